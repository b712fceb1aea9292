package dev.ajar.agent.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
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
  static final String HOOK = "hook";
  static final String SHUTDOWN_BEGAN = "shutdown";
  static final String BACKTRACE = "backtrace";
  static final String STATUS = "status";
  static final String MAIN = "main";
  static final String AGENT_PROPERTIES = "agent";
  static final String PLATFORM_SERVER = "server";
  static final String INITIALISED = "initialised";
  static final String TRAINING = "training";
  static final String HOOK_NAMED = "hook named";

  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";

  /** Made by {@link JdkAccess}. */
  public Inside() {}

  @Override
  public @Nullable Object apply(String request, Object argument) {
    try {
      return switch (request) {
        case DEFINE ->
            MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                .defineClass((byte[]) argument);
        case HOOK -> addHook((Thread) argument);
        case SHUTDOWN_BEGAN -> new FieldIsNull(field(HOOKS, "hooks"));
        case BACKTRACE -> new FieldOf(field("java.lang.Throwable", "backtrace"));
        case STATUS -> new PendingStatus();
        case MAIN -> new MainClass();
        case AGENT_PROPERTIES ->
            Class.forName("jdk.internal.vm.VMSupport").getMethod("getAgentProperties").invoke(null);
        case PLATFORM_SERVER -> platformServer((Class<?>) argument);
        case INITIALISED -> InitialisedClass.ofThisJvm();
        case TRAINING -> isTraining();
        case HOOK_NAMED -> shutdownHook((String) argument);
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

  /** Adds a hook and returns the map of all; an empty one if they have been started already. */
  private static Object addHook(Thread hook) throws ReflectiveOperationException {
    Object hooks = read(field(HOOKS, "hooks"), null);
    Method add = Class.forName(HOOKS).getDeclaredMethod("add", Thread.class);
    add.setAccessible(true);
    try {
      Object unused = add.invoke(null, hook);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalStateException) {
        return Map.of();
      }
      throw e;
    }
    return hooks == null ? Map.of() : hooks;
  }

  /** Reading the field of a class that is not initialised would initialise it, or wait for that. */
  private static @Nullable Object platformServer(Class<?> factory)
      throws ReflectiveOperationException {
    if (InitialisedClass.ofThisJvm().isNot(factory)) {
      return null;
    }
    Field server = factory.getDeclaredField("platformMBeanServer");
    server.setAccessible(true);
    return server.get(null);
  }

  /** The application's shutdown hook with a thread of this name, or the name if there is none. */
  private static Object shutdownHook(String name) throws ReflectiveOperationException {
    Field hooks = field(HOOKS, "hooks");
    synchronized (hooks.getDeclaringClass()) { // as all that touch the map
      if (read(hooks, null) instanceof Map<?, ?> map) {
        for (Object hook : map.keySet()) {
          if (hook instanceof Thread thread && thread.getName().equals(name)) {
            return thread;
          }
        }
      }
    }
    return name;
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

    boolean isNot(Class<?> found) throws ReflectiveOperationException {
      return (Boolean) shouldBeInitialised.invoke(unsafe, found);
    }

    @Override
    public @Nullable Class<?> apply(ClassLoader loader, String name) {
      try {
        Class<?> found = (Class<?>) find.invoke(loader, name);
        return found == null || isNot(found) ? null : found;
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
