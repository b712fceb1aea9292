package dev.ajar.agent.weave;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that the catalogue names and lets every other pass, having compared its name
 * and allocated nothing. A class that cannot be woven is left as it was, and told of.
 */
public final class Transformer implements ClassFileTransformer {

  private final Predicate<Library> watched;
  private final WeaveListener listener;

  /**
   * @param watched whether a library is to be watched; asked when a class of it turns up
   */
  public Transformer(Predicate<Library> watched, WeaveListener listener) {
    this.watched = watched;
    this.listener = listener;
  }

  /** Whether a class, given by its name with slashes, is to be woven. */
  public boolean isTarget(String internalName) {
    return watching(internalName) != null;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    Library library = name == null ? null : watching(name);
    if (name == null || library == null) {
      return null;
    }
    try {
      Weaver woven = Weaver.weave(classFile, library.pointsIn(name), listener, loader);
      byte[] wovenFile = woven.classFile(); // fails where a method has grown too large
      listener.woven(library, Origin.of(name, module, domain), woven.missing());
      return wovenFile;
    } catch (Throwable e) { // the JVM would swallow it
      listener.notWoven(name, e);
      return null;
    }
  }

  private @Nullable Library watching(String internalName) {
    Library library = Catalog.libraryOf(internalName);
    return library != null && watched.test(library) ? library : null;
  }
}
