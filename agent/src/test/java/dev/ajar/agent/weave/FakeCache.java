package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class by the name of OkHttp's cache, which the catalogue knows, written on the spot. */
final class FakeCache {

  static final String NAME = "okhttp3/Cache";

  /** With a constructor and methods that do nothing. */
  static byte[] classFile(String... methods) {
    return classFile(Opcodes.V17, methods);
  }

  static byte[] classFile(int version, String... methods) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(RETURN);
    constructor.visitMaxs(1, 1);
    constructor.visitEnd();
    for (String name : methods) {
      MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, "()V", null, null);
      method.visitCode();
      method.visitInsn(RETURN);
      method.visitMaxs(0, 1);
      method.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** With a method of as many bytes as a method can have. */
  static byte[] withLargeMethod(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, "()V", null, null);
    method.visitCode();
    for (int bytes = 1; bytes < 65_535; bytes++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(RETURN);
    method.visitMaxs(0, 1);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static Class<?> load(byte[] classFile) throws ClassNotFoundException {
    String name = NAME.replace('/', '.');
    return Class.forName(name, true, new Loom.Copies(name, classFile));
  }

  private FakeCache() {}
}
