package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;

import org.objectweb.asm.MethodVisitor;

/** A method that calls the hook before all else, with its first argument, or itself. */
final class FirstCall extends MethodVisitor {

  private static final int STACK_NEEDED = 3;

  private final int probe;

  FirstCall(MethodVisitor next, int probe) {
    super(ASM9, next);
    this.probe = probe;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitVarInsn(ALOAD, 0);
    super.visitInsn(ACONST_NULL);
    Hook.call(mv, probe);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, STACK_NEEDED), maxLocals);
  }
}
