package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.DUP;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Has {@code ManagementFactory} call a probe with the platform MBean server, each time that it
 * returns it.
 */
final class ManagementWeaver extends ClassVisitor {

  static final String NAME = "java/lang/management/ManagementFactory";

  private final int probe;

  private ManagementWeaver(ClassVisitor to, int probe) {
    super(ASM9, to);
    this.probe = probe;
  }

  static byte[] weave(byte[] classFile, int probe) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ManagementWeaver(writer, probe), 0);
    return writer.toByteArray();
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (!name.equals("getPlatformMBeanServer")) {
      return method;
    }
    return new MethodVisitor(ASM9, method) {
      @Override
      public void visitInsn(int instruction) {
        if (instruction == ARETURN) {
          super.visitInsn(DUP);
          super.visitInsn(ACONST_NULL);
          Hook.call(mv, probe);
        }
        super.visitInsn(instruction);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + 3, locals); // above what is to be returned
      }
    };
  }
}
