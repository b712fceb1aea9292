package dev.ajar.agent.weave;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.OwnClasses;
import dev.ajar.agent.jdk.Origin;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that the catalogue names and lets every other pass, having compared its name
 * and allocated nothing. A class that cannot be woven is left as it was, and told of.
 */
public final class Transformer implements ClassFileTransformer {

  private static final String OWN = "dev/ajar/agent/";

  /** The last class of Flight Recorder's that its initialisation loads, and nothing else does. */
  private static final String RECORDER = "jdk/jfr/internal/ShutdownHook";

  private final Predicate<Library> watched;
  private final @Nullable OwnClasses own;
  private final @Nullable Hierarchy hierarchy;
  private final WeaveListener listener;

  /**
   * @param watched whether a library is to be watched; asked when a class of it turns up
   * @param own classes of the application's own, or null if it has none
   */
  public Transformer(Predicate<Library> watched, @Nullable OwnClasses own, WeaveListener listener) {
    this.watched = watched;
    this.own = own;
    this.hierarchy = own != null && own.haveBases() ? new Hierarchy() : null;
    this.listener = listener;
  }

  /** Whether a class, given by its name with slashes, is to be woven. */
  public boolean isTarget(String internalName) {
    return internalName.equals(ApiClass.NAME) || watching(internalName) != null;
  }

  /** Whether a class is one of those of the application's own that a supertype tells. */
  boolean isSubtype(Class<?> loaded) {
    if (hierarchy == null
        || loaded.getClassLoader() == null
        || loaded.isArray()
        || loaded.isHidden()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    addNames(loaded, names);
    return !loaded.getName().replace('.', '/').startsWith(OWN) && subtype(names) != null;
  }

  private static void addNames(@Nullable Class<?> type, Set<String> names) {
    if (type != null && names.add(type.getName().replace('.', '/'))) {
      addNames(type.getSuperclass(), names);
      for (Class<?> implemented : type.getInterfaces()) {
        addNames(implemented, names);
      }
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name == null) {
      return null;
    }
    try {
      if (name.equals(ApiClass.NAME)) {
        return ApiClass.weave(classFile, listener.apiProbe());
      }
      if (loader == null && name.equals(ManagementWeaver.NAME)) {
        int probe = listener.managementProbe();
        return probe < 0 ? null : ManagementWeaver.weave(classFile, probe);
      }
      meet(name, loader);
      Library library = watching(name);
      if (library == null && hierarchy != null && loader != null && !name.startsWith(OWN)) {
        library = subtype(hierarchy.of(classFile, loader));
      }
      if (library == null) {
        return null;
      }
      Weaver woven = Weaver.weave(classFile, library.pointsIn(name), listener, loader);
      byte[] wovenFile = woven.classFile(); // fails where a method has grown too large
      listener.woven(library, Origin.of(name, module, domain), woven.missing());
      return wovenFile;
    } catch (Throwable e) { // the JVM would swallow it
      listener.notWoven(name, e);
      return null;
    }
  }

  /** Tells of a class, given by its name with slashes, if it may know of traces or recordings. */
  void meet(String internalName, @Nullable ClassLoader loader) {
    if (loader != null
        && (internalName.equals("org/slf4j/MDC")
            || internalName.equals("org/apache/logging/log4j/ThreadContext")
            || internalName.equals("io/opentelemetry/api/trace/PropagatedSpan"))) {
      listener.metTraces(internalName.replace('/', '.'), loader);
    } else if (loader == null && internalName.equals(RECORDER)) {
      listener.metRecorder(isInitialising());
    }
  }

  /** Whether this thread is within the code that initialises Flight Recorder. */
  private static boolean isInitialising() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals("jdk.jfr.internal.PlatformRecorder")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Library watching(String internalName) {
    Library library = Catalog.libraryOf(internalName);
    if (library != null && watched.test(library)) {
      return library;
    }
    return own == null ? null : own.named(internalName);
  }

  private @Nullable Library subtype(Set<String> names) {
    for (String name : names) {
      Library library = own == null ? null : own.subtypesOf(name);
      if (library != null) {
        return library;
      }
    }
    return null;
  }
}
