package dev.ajar.agent.weave;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that the catalogue names and lets every other pass, having compared its name
 * and allocated nothing. A class that cannot be woven is left as it was, and told of.
 */
public final class Transformer implements ClassFileTransformer {

  private final List<String> libraries;
  private final WeaveListener listener;

  /**
   * @param libraries names of the libraries to watch
   */
  public Transformer(List<String> libraries, WeaveListener listener) {
    this.libraries = libraries;
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
    boolean watched =
        library != null && library.watches(internalName) && libraries.contains(library.name());
    return watched ? library : null;
  }
}
