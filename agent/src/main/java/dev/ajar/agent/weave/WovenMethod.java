package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SWAP;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Puts a call of the hook at the entry of a method, or before each of its returns. */
final class WovenMethod extends MethodVisitor {

  private record Call(Point point, int probe) {}

  // The hook's two objects and number, on top of whatever lies on the operand stack.
  private static final int STACK_NEEDED = 3;

  private final String className;
  private final String name;
  private final String descriptor;
  private final boolean isStatic;
  private final List<Call> calls = new ArrayList<>();

  WovenMethod(
      MethodVisitor next, String className, String name, String descriptor, boolean isStatic) {
    super(ASM9, next);
    this.className = className;
    this.name = name;
    this.descriptor = descriptor;
    this.isStatic = isStatic;
  }

  /** Whether the point's values can be had in this method: not every overload has the parameter. */
  boolean reaches(Point point) {
    return reaches(point.subject()) && (point.argument() == null || reaches(point.argument()));
  }

  void add(Point point, int probe) {
    calls.add(new Call(point, probe));
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    for (Call call : calls) {
      if (call.point.event().atEntry()) {
        emit(call);
      }
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= IRETURN && opcode <= RETURN) {
      for (Call call : calls) {
        if (!call.point.event().atEntry()) {
          emit(call);
        }
      }
    }
    super.visitInsn(opcode);
  }

  /**
   * @throws IllegalStateException if the method then lacks what a call at its end is to tell
   */
  @Override
  public void visitVarInsn(int opcode, int local) {
    for (Call call : calls) {
      if (!call.point.event().atEntry()
          && (isSpoilt(call.point.subject(), opcode, local)
              || isSpoilt(call.point.argument(), opcode, local))) {
        throw new IllegalStateException(
            name + descriptor + " reuses variable " + local + ", which is read at its end");
      }
    }
    super.visitVarInsn(opcode, local);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + STACK_NEEDED, maxLocals);
  }

  private boolean reaches(Value value) {
    return switch (value.start()) {
      case SELF -> !isStatic;
      case RESULT -> descriptor.endsWith(";");
      case PARAMETER -> parameter(value.parameterType()) >= 0;
    };
  }

  // Compilers leave "this" alone, and give a parameter nothing of another type. Optimizers reuse
  // the variables of both once they are read for the last time.
  private boolean isSpoilt(@Nullable Value value, int opcode, int local) {
    if (value == null
        || value.start() == Value.Start.RESULT
        || opcode < ISTORE
        || opcode > ASTORE) {
      return false;
    }
    boolean self = value.start() == Value.Start.SELF;
    int read = self ? 0 : parameter(value.parameterType());
    boolean wide = opcode == LSTORE || opcode == DSTORE;
    return local == read ? self || opcode != ASTORE : wide && local + 1 == read;
  }

  private void emit(Call call) {
    Value argument = call.point.argument();
    if (argument != null && argument.start() == Value.Start.RESULT) {
      push(argument); // first, for the result is on top only now
      push(call.point.subject());
      super.visitInsn(SWAP);
    } else {
      push(call.point.subject());
      push(argument);
    }
    super.visitLdcInsn(call.probe);
    super.visitMethodInsn(INVOKESTATIC, Hook.NAME, Hook.METHOD, Hook.DESCRIPTOR, false);
  }

  private void push(@Nullable Value value) {
    if (value == null) {
      super.visitInsn(ACONST_NULL);
      return;
    }
    switch (value.start()) {
      case SELF -> super.visitVarInsn(ALOAD, 0);
      case RESULT -> super.visitInsn(DUP);
      case PARAMETER -> super.visitVarInsn(ALOAD, parameter(value.parameterType()));
    }
    String holder = className;
    for (Value.Step step : value.steps()) {
      String type = step.type().replace('.', '/');
      if (step.call()) {
        super.visitMethodInsn(INVOKEVIRTUAL, holder, step.name(), "()L" + type + ";", false);
      } else {
        super.visitFieldInsn(GETFIELD, holder, step.name(), "L" + type + ";");
      }
      holder = type;
    }
  }

  /** The local variable of the first parameter of a type, or -1. */
  private int parameter(String internalName) {
    int local = isStatic ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (type.getSort() == Type.OBJECT && type.getInternalName().equals(internalName)) {
        return local;
      }
      local += type.getSize();
    }
    return -1;
  }
}
