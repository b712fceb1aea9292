package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.ajar.agent.jdk.JdkAccess;
import java.lang.reflect.Field;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * The one class that woven code calls. It lies in {@code java.lang}, because that is the one
 * package that every class loader sees, and it reads, in Java:
 *
 * <pre>{@code
 * public final class $Ajar {
 *   public static volatile BiConsumer<Object, Object>[] probes;
 *
 *   public static void pass(Object subject, Object argument, int probe) {
 *     probes[probe].accept(subject, argument);
 *   }
 * }
 * }</pre>
 *
 * <p>A probe never throws; see {@code dev.ajar.agent.track.Probe}.
 */
public final class Hook {

  static final String NAME = "java/lang/$Ajar";
  private static final String METHOD = "pass";
  private static final String DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/Object;I)V";

  private static final String PROBES = "probes";
  private static final String PROBES_TYPE = "[Ljava/util/function/BiConsumer;";

  private final Field probes;

  /**
   * Defines the class, once in a JVM.
   *
   * @throws ReflectiveOperationException if the JVM refuses
   */
  public Hook(JdkAccess jdk) throws ReflectiveOperationException {
    this.probes = jdk.define(classFile()).getField(PROBES);
  }

  /** Writes the call of a probe, with the two objects on top of the stack. */
  static void call(MethodVisitor method, int probe) {
    method.visitLdcInsn(probe);
    method.visitMethodInsn(INVOKESTATIC, NAME, METHOD, DESCRIPTOR, false);
  }

  /**
   * Says which probes the numbers in woven code stand for.
   *
   * @param all one for each number from 0 on; not changed afterwards
   */
  public void connect(BiConsumer<Object, Object>[] all) {
    try {
      probes.set(null, all);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] classFile() {
    ClassWriter writer = new ClassWriter(0);
    int access = ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
    writer.visit(V17, access, NAME, null, "java/lang/Object", null);
    writer
        .visitField(ACC_PUBLIC | ACC_STATIC | ACC_VOLATILE, PROBES, PROBES_TYPE, null, null)
        .visitEnd();
    MethodVisitor pass =
        writer.visitMethod(ACC_PUBLIC | ACC_STATIC, METHOD, DESCRIPTOR, null, null);
    pass.visitCode();
    pass.visitFieldInsn(GETSTATIC, NAME, PROBES, PROBES_TYPE);
    pass.visitVarInsn(ILOAD, 2);
    pass.visitInsn(AALOAD);
    pass.visitVarInsn(ALOAD, 0);
    pass.visitVarInsn(ALOAD, 1);
    pass.visitMethodInsn(
        INVOKEINTERFACE,
        "java/util/function/BiConsumer",
        "accept",
        "(Ljava/lang/Object;Ljava/lang/Object;)V",
        true);
    pass.visitInsn(RETURN);
    pass.visitMaxs(3, 3);
    pass.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
