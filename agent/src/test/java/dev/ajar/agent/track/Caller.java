package dev.ajar.agent.track;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.util.function.ObjIntConsumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A class of an application, in a class loader of its own, that runs what it is given from one of
 * its lines. Tests open from here: frames of the agent's packages, and so of its tests, are left
 * out at the top of a stack.
 */
final class Caller {

  /** Its lines are 1 to this. */
  static final int LINES = 128;

  private static final String CONSUMER = Type.getInternalName(ObjIntConsumer.class);

  private final ObjIntConsumer<Runnable> calls;

  private Caller(ObjIntConsumer<Runnable> calls) {
    this.calls = calls;
  }

  @SuppressWarnings("unchecked")
  static Caller of(String className) {
    try {
      Class<?> defined = new Room().define(className, classFile(className.replace('.', '/')));
      return new Caller((ObjIntConsumer<Runnable>) defined.getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Runs a body from a line. */
  void at(int line, Runnable body) {
    calls.accept(body, line);
  }

  /** Runs a body from another call in the same line. */
  void elsewhereAt(int line, Runnable body) {
    calls.accept(body, LINES + line);
  }

  /** An object of this class. */
  Object instance() {
    return calls;
  }

  private static byte[] classFile(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_PUBLIC, name, null, "java/lang/Object", new String[] {CONSUMER});
    writer.visitSource(name.substring(name.lastIndexOf('/') + 1) + ".java", null);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    calls(writer.visitMethod(ACC_PUBLIC, "accept", "(Ljava/lang/Object;I)V", null, null));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void calls(MethodVisitor method) {
    Label[] calls = new Label[2 * LINES];
    for (int at = 0; at < calls.length; at++) {
      calls[at] = new Label();
    }
    Label none = new Label();
    method.visitCode();
    method.visitVarInsn(ILOAD, 2);
    method.visitTableSwitchInsn(1, calls.length, none, calls);
    for (int at = 0; at < calls.length; at++) {
      method.visitLabel(calls[at]);
      method.visitLineNumber(at % LINES + 1, calls[at]);
      method.visitVarInsn(ALOAD, 1);
      method.visitMethodInsn(INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
      method.visitInsn(RETURN);
    }
    method.visitLabel(none);
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static final class Room extends ClassLoader {

    Room() {
      super(null);
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
