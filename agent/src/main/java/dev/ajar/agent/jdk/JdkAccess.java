package dev.ajar.agent.jdk;

import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code java.lang}, {@code jdk.internal.access} and {@code jdk.internal.misc} to the unnamed
 * module of a class loader that holds one class, {@link Inside}, and nothing else.
 */
public final class JdkAccess {

  private final Instrumentation instrumentation;
  private final Set<Module> room;
  private final BiFunction<String, Object, Object> inside;

  /**
   * @throws ReflectiveOperationException if the JVM refuses
   */
  @SuppressWarnings("unchecked")
  public JdkAccess(Instrumentation instrumentation) throws ReflectiveOperationException {
    URL self = Inside.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader = new URLClassLoader(new URL[] {self}, null);
    Module base = Object.class.getModule();
    this.instrumentation = instrumentation;
    this.room = Set.of(loader.getUnnamedModule());
    instrumentation.redefineModule(
        base,
        Set.of(),
        Map.of("jdk.internal.access", room, "jdk.internal.misc", room),
        Map.of("java.lang", room),
        Set.of(),
        Map.of());
    this.inside =
        (BiFunction<String, Object, Object>)
            loader.loadClass(Inside.class.getName()).getDeclaredConstructor().newInstance();
  }

  /** Defines a class in {@code java.lang}, with the boot loader, from its bytes. */
  public Class<?> define(byte[] classFile) {
    return (Class<?>) inside.apply(Inside.DEFINE, classFile);
  }

  /**
   * Runs a task at the end of the JVM, after the last of the application's shutdown hooks.
   *
   * @param slot the order among such tasks, from 3 to 9
   * @throws IllegalStateException if the slot is taken or the JDK has no such thing
   */
  public void atExit(int slot, Runnable task) {
    Object unused = inside.apply(Inside.AT_EXIT + slot, task);
  }

  /**
   * The registered shutdown hook whose thread has a name, or null.
   *
   * @throws IllegalStateException if the JVM refuses
   */
  @Nullable Thread shutdownHook(String name) {
    return inside.apply(Inside.HOOK_NAMED, name) instanceof Thread hook ? hook : null;
  }

  /**
   * Tells the status that the JVM is about to end with, to the thread that ends it: as {@link
   * PendingStatus}.
   */
  public IntSupplier pendingStatus() {
    return (IntSupplier) inside.apply(Inside.STATUS, "");
  }

  /** Tells whether the launcher called {@code main}: as {@link MainClass}. */
  public BooleanSupplier mainStarted() {
    Module base = Object.class.getModule();
    instrumentation.redefineModule(
        base, Set.of(), Map.of("sun.launcher", room), Map.of(), Set.of(), Map.of());
    return (BooleanSupplier) inside.apply(Inside.MAIN, "");
  }

  /** The properties that the JVM has for those who attach to it. */
  public Properties agentProperties() {
    Module base = Object.class.getModule();
    instrumentation.redefineModule(
        base, Set.of(), Map.of("jdk.internal.vm", room), Map.of(), Set.of(), Map.of());
    return (Properties) inside.apply(Inside.AGENT_PROPERTIES, "");
  }

  /**
   * The platform MBean server; null if it was not made yet. Makes and initialises nothing.
   *
   * @param factory the class {@code ManagementFactory}
   */
  public @Nullable Object platformServer(Class<?> factory) {
    instrumentation.redefineModule(
        factory.getModule(),
        Set.of(),
        Map.of(),
        Map.of(factory.getPackageName(), room),
        Set.of(),
        Map.of());
    return inside.apply(Inside.PLATFORM_SERVER, factory);
  }

  /** Tells whether shutdown hooks have been started. */
  public BooleanSupplier shutdownBegan() {
    return (BooleanSupplier) inside.apply(Inside.SHUTDOWN_BEGAN, "");
  }

  /** Whether this JVM notes its classes for an AOT cache (JEP 483). */
  public boolean isTraining() {
    return Boolean.TRUE.equals(inside.apply(Inside.TRAINING, ""));
  }

  /**
   * Runs a short task once the JVM starts its shutdown hooks, on the thread that starts them.
   *
   * @return tells the hooks, once they have been started: all but this; null if the JVM is ending
   *     already
   * @throws IllegalStateException if the JDK has no such thing
   */
  @SuppressWarnings("unchecked")
  public @Nullable Supplier<List<Thread>> atShutdown(Runnable task) {
    Thread notice = ShutdownNotice.of(task);
    Map<Thread, ?> hooks = (Map<Thread, ?>) inside.apply(Inside.HOOK, notice);
    return hooks.isEmpty() ? null : new Others(hooks, notice);
  }

  /** The JDK's own map, which nobody changes once the hooks have been started. */
  private record Others(Map<Thread, ?> hooks, Thread notice) implements Supplier<List<Thread>> {
    @Override
    public List<Thread> get() {
      List<Thread> others = new ArrayList<>(hooks.keySet());
      others.remove(notice);
      return others;
    }
  }

  /** Reads the JVM's raw stack out of a {@link Throwable}: arrays that hold it packed, or null. */
  @SuppressWarnings("unchecked")
  public Function<Throwable, Object> backtrace() {
    return (Function<Throwable, Object>) inside.apply(Inside.BACKTRACE, "");
  }

  /**
   * Finds a class, by its name, that a class loader has defined and that is initialised, or null:
   * without running code of the loader, and without loading or initialising anything.
   *
   * @throws IllegalStateException if the JVM refuses
   */
  @SuppressWarnings("unchecked")
  public BiFunction<ClassLoader, String, @Nullable Class<?>> initialisedClass() {
    return (BiFunction<ClassLoader, String, @Nullable Class<?>>)
        inside.apply(Inside.INITIALISED, "");
  }
}
