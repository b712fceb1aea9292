package dev.ajar.agent.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs in the throw-away class loader, where {@code java.lang} is open. Loaded there by name, so
 * only types of the JDK pass in and out.
 */
public final class Inside implements BiFunction<String, Object, Object> {

  static final String DEFINE = "define";
  static final String AT_EXIT = "exit";
  static final String SHUTDOWN_BEGAN = "shutdown";
  static final String BACKTRACE = "backtrace";
  static final String STATUS = "status";
  static final String MAIN = "main";
  static final String INITIALISED = "initialised";
  static final String TRAINING = "training";

  /** Made by {@link JdkAccess}. */
  public Inside() {}

  @Override
  public Object apply(String request, Object argument) {
    try {
      return switch (request) {
        case DEFINE ->
            MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                .defineClass((byte[]) argument);
        case SHUTDOWN_BEGAN ->
            new FieldIsNull(field("java.lang.ApplicationShutdownHooks", "hooks"));
        case BACKTRACE -> new FieldOf(field("java.lang.Throwable", "backtrace"));
        case STATUS -> new PendingStatus();
        case MAIN -> new MainClass();
        case INITIALISED -> InitialisedClass.ofThisJvm();
        case TRAINING -> isTraining();
        default -> atExit(Integer.parseInt(request.substring(AT_EXIT.length())), argument);
      };
    } catch (ReflectiveOperationException | InternalError e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object atExit(int slot, Object task) throws ReflectiveOperationException {
    Object access =
        Class.forName("jdk.internal.access.SharedSecrets")
            .getMethod("getJavaLangAccess")
            .invoke(null);
    Class.forName("jdk.internal.access.JavaLangAccess")
        .getMethod("registerShutdownHook", int.class, boolean.class, Runnable.class)
        .invoke(access, slot, true, task);
    return task;
  }

  // From 24 on.
  private static Object isTraining() throws ReflectiveOperationException {
    try {
      return Class.forName("jdk.internal.misc.CDS")
          .getMethod("isDumpingStaticArchive")
          .invoke(null);
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Field field(String className, String name) throws ReflectiveOperationException {
    Field field = Class.forName(className).getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** The JDK sets its map of hooks to null when it starts them. */
  private record FieldIsNull(Field field) implements BooleanSupplier {

    @Override
    public boolean getAsBoolean() {
      return read(field, null) == null;
    }
  }

  private record FieldOf(Field field) implements Function<Throwable, Object> {

    @Override
    public @Nullable Object apply(Throwable throwable) {
      return read(field, throwable);
    }
  }

  /** Asks the JVM alone: no class loader's own code runs, and no class is loaded by it. */
  private record InitialisedClass(Method find, Object unsafe, Method shouldBeInitialised)
      implements BiFunction<ClassLoader, String, Class<?>> {

    static InitialisedClass ofThisJvm() throws ReflectiveOperationException {
      Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
      find.setAccessible(true);
      Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
      return new InitialisedClass(
          find,
          unsafe.getMethod("getUnsafe").invoke(null),
          unsafe.getMethod("shouldBeInitialized", Class.class));
    }

    @Override
    public @Nullable Class<?> apply(ClassLoader loader, String name) {
      try {
        Class<?> found = (Class<?>) find.invoke(loader, name);
        return found == null || (Boolean) shouldBeInitialised.invoke(unsafe, found) ? null : found;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static @Nullable Object read(Field field, @Nullable Object holder) {
    try {
      return field.get(holder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
