package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ASM9;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Puts a call of the hook into the one method of {@code dev.ajar.api.Ajar} that is there for it.
 * The class comes from the application, maybe once for each of its class loaders.
 */
final class ApiClass extends ClassVisitor {

  /** Its name, with slashes. */
  static final String NAME = "dev/ajar/api/Ajar";

  private static final String METHOD = "tell";
  private static final String DESCRIPTOR = "([Ljava/lang/Object;)V";

  private final int probe;

  private ApiClass(ClassVisitor next, int probe) {
    super(ASM9, next);
    this.probe = probe;
  }

  /** The class with the call in it. */
  static byte[] weave(byte[] classFile, int probe) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ApiClass(writer, probe), 0);
    return writer.toByteArray();
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.equals(METHOD) && descriptor.equals(DESCRIPTOR) ? new FirstCall(next, probe) : next;
  }
}
