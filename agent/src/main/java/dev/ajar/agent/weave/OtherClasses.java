package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

/** What classes beside the woven one declare, read from their class files without loading them. */
final class OtherClasses {

  private final @Nullable ClassLoader loader;
  private final Map<String, Set<String>> methods = new HashMap<>();

  /** Of the classes that a class loader sees; null for the boot loader. */
  OtherClasses(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Whether a class declares a public instance method; false as well where its class file cannot be
   * had.
   *
   * @param internalName of the class, with slashes
   */
  boolean has(String internalName, String method, String descriptor) {
    Set<String> known = methods.get(internalName);
    if (known == null) {
      known = methodsOf(internalName);
      methods.put(internalName, known);
    }
    return known.contains(method + descriptor);
  }

  private Set<String> methodsOf(String internalName) {
    Set<String> found = new HashSet<>();
    String file = internalName + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (in != null) {
        int flags = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
        new ClassReader(in).accept(new PublicMethods(found), flags);
      }
    } catch (IOException | RuntimeException e) {
      found.clear(); // as if it were not there
    }
    return found;
  }

  private static final class PublicMethods extends ClassVisitor {

    private final Set<String> found;

    PublicMethods(Set<String> found) {
      super(ASM9);
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & (ACC_PUBLIC | ACC_STATIC)) == ACC_PUBLIC) {
        found.add(name + descriptor);
      }
      return null;
    }
  }
}
