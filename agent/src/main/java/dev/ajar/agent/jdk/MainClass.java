package dev.ajar.agent.jdk;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the {@code java} launcher has got as far as to call a static {@code main}: before
 * that it fails with status 1 and tells nobody. Loaded in the room, like {@link Inside}.
 */
public final class MainClass implements BooleanSupplier {

  /** Made by {@link Inside}. */
  MainClass() {}

  /** False also where it cannot be told, as under another launcher. */
  @Override
  public boolean getAsBoolean() {
    if (!"SUN_STANDARD".equals(System.getProperty("sun.java.launcher"))) {
      return false;
    }
    try {
      Class<?> main =
          (Class<?>)
              Class.forName("sun.launcher.LauncherHelper")
                  .getMethod("getApplicationClass")
                  .invoke(null);
      return main != null && isInitialized(main) && hasStaticMain(main);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return false;
    }
  }

  /** The launcher has tried to initialize it; where that failed, it throws again. */
  private static boolean isInitialized(Class<?> main) throws ReflectiveOperationException {
    return Class.forName(main.getName(), true, main.getClassLoader()) == main;
  }

  /** An object's {@code main}, as of JDK 25, follows a constructor that may throw. */
  private static boolean hasStaticMain(Class<?> main) {
    for (Class<?> type = main; type != null; type = type.getSuperclass()) {
      Method method = method(type);
      if (method != null) {
        return Modifier.isStatic(method.getModifiers());
      }
    }
    return false;
  }

  private static @Nullable Method method(Class<?> type) {
    try {
      return type.getDeclaredMethod("main", String[].class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
