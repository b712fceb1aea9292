package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DOUBLE;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_NEW;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INTEGER;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LONG;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SWAP;
import static org.objectweb.asm.Opcodes.TOP;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Puts calls of the hook at the entry of a method, before its returns and where an exception leaves
 * it. The entry of a constructor is where its object stands: after it has called another one.
 */
final class WovenMethod extends MethodVisitor {

  private record Call(Point point, int probe) {}

  // The hook's two objects and number, on top of whatever lies on the operand stack.
  private static final int STACK_NEEDED = 3;

  private final Owner owner;
  private final String name;
  private final String descriptor;
  private final boolean isStatic;
  private final List<Call> calls = new ArrayList<>();
  private final Label entry = new Label();
  private boolean entered;
  private final Set<Integer> restored = new HashSet<>();
  private final Set<Integer> stored = new HashSet<>();
  private int unfinishedObjects;
  private boolean mocked;

  /**
   * The class that holds the method.
   *
   * @param hasFrames whether its code needs stack map frames
   */
  record Owner(String className, boolean hasFrames) {}

  WovenMethod(MethodVisitor next, Owner owner, String name, String descriptor, boolean isStatic) {
    super(ASM9, next);
    this.owner = owner;
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
    if (!name.equals("<init>")) {
      enter();
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == NEW) {
      unfinishedObjects++;
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String holder, String method, String signature, boolean isInterface) {
    super.visitMethodInsn(opcode, holder, method, signature, isInterface);
    if (opcode == INVOKESPECIAL && method.equals("<init>")) {
      if (unfinishedObjects > 0) {
        unfinishedObjects--;
      } else if (name.equals("<init>") && !entered && !mocked) {
        enter();
      }
    } else if (method.equals("isConstructorMock") && !entered) {
      mocked = true; // Mockito's: if (isConstructorMock(...)) { super(...); ...; return; }
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= IRETURN && opcode <= RETURN) {
      if (mocked) {
        mocked = false;
      } else {
        leave(opcode == IRETURN);
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
        throw spoilt(local);
      }
    }
    if (opcode >= ISTORE && opcode <= ASTORE) {
      stored.add(local);
    }
    super.visitVarInsn(opcode, local);
  }

  // Optimizers' frames forget "this" and the parameters once they are read for the last time.
  @Override
  public void visitFrame(
      int type, int numLocal, Object[] local, int numStack, Object @Nullable [] stack) {
    List<Object> known = new ArrayList<>(Arrays.asList(local).subList(0, numLocal));
    for (Call call : calls) {
      if (entered && !call.point.event().atEntry()) {
        restore(known, call.point.subject());
        restore(known, call.point.argument());
      }
    }
    super.visitFrame(type, known.size(), known.toArray(), numStack, stack);
  }

  /**
   * @throws IllegalStateException if the method then lacks what a call at its end is to tell
   */
  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    for (int local : restored) {
      if (stored.contains(local)) {
        throw spoilt(local);
      }
    }
    boolean handled = entered && (has(Event.FAILED) || has(Event.CLOSE_THREW));
    if (handled) {
      handle();
    }
    super.visitMaxs((handled ? Math.max(1, maxStack) : maxStack) + STACK_NEEDED, maxLocals);
  }

  private void enter() {
    entered = true;
    for (Call call : calls) {
      if (call.point.event().atEntry()) {
        emit(call);
      }
    }
    super.visitLabel(entry);
  }

  private void leave(boolean returnsInt) {
    for (Call call : calls) {
      if (call.point.event().atReturn() && call.point.event() != Event.LEFT) {
        emit(call);
      }
    }
    emitEnds(Event.LEFT); // last, for what opens here is inside a stretch that ends here
    if (returnsInt && has(Event.DRAINED)) {
      Label other = new Label();
      super.visitInsn(DUP);
      super.visitInsn(ICONST_M1);
      super.visitJumpInsn(IF_ICMPNE, other);
      emitAll(Event.DRAINED);
      super.visitLabel(other);
      frame(INTEGER);
    }
  }

  // After the method's own handlers, so that it sees only what they let through.
  private void handle() {
    Label end = new Label();
    super.visitLabel(end);
    if (has(Event.CLOSE_THREW)) {
      frame("java/lang/Throwable", owner.className());
      emitAll(Event.CLOSE_THREW);
    } else {
      frame("java/lang/Throwable");
    }
    emitEnds(Event.FAILED);
    super.visitInsn(ATHROW);
    super.visitTryCatchBlock(entry, end, end, null);
  }

  // What follows a frame here reads no variable but those given, so that it need not know others.
  private void frame(Object onStack, Object... locals) {
    if (owner.hasFrames()) {
      super.visitFrame(F_NEW, locals.length, locals, 1, new Object[] {onStack});
    }
  }

  private void emitAll(Event event) {
    for (Call call : calls) {
      if (call.point.event() == event) {
        emit(call);
      }
    }
  }

  // The stretch that begins last ends first.
  private void emitEnds(Event event) {
    for (int at = calls.size() - 1; at >= 0; at--) {
      if (calls.get(at).point.event() == event) {
        emit(calls.get(at));
      }
    }
  }

  private boolean has(Event event) {
    for (Call call : calls) {
      if (call.point.event() == event) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(Value value) {
    return switch (value.start()) {
      case SELF -> !isStatic;
      case RESULT -> descriptor.endsWith(";");
      case THROWN -> !isStatic;
      case PARAMETER -> parameter(value.parameterType()) >= 0;
      case NOTHING, CLASS_NAME -> true;
    };
  }

  // Compilers leave "this" alone, and give a parameter nothing of another type. Optimizers reuse
  // the variables of both once they are read for the last time.
  private boolean isSpoilt(@Nullable Value value, int opcode, int local) {
    if (value == null || !isVariable(value) || opcode < ISTORE || opcode > ASTORE) {
      return false;
    }
    boolean self = value.start() == Value.Start.SELF;
    int read = variable(value);
    boolean wide = opcode == LSTORE || opcode == DSTORE;
    int own = value.parameterType().equals(Value.BOOLEAN) ? ISTORE : ASTORE;
    return local == read ? self || opcode != own : wide && local + 1 == read;
  }

  private IllegalStateException spoilt(int local) {
    return new IllegalStateException(
        name + descriptor + " reuses variable " + local + ", which is read at its end");
  }

  private static boolean isVariable(Value value) {
    return value.start() == Value.Start.SELF || value.start() == Value.Start.PARAMETER;
  }

  private int variable(Value value) {
    return value.start() == Value.Start.SELF ? 0 : parameter(value.parameterType());
  }

  // What nothing is stored in still holds what it held at the entry.
  private void restore(List<Object> known, @Nullable Value value) {
    if (value == null || !isVariable(value)) {
      return;
    }
    int wanted = variable(value);
    int at = 0;
    for (int local = 0; local < wanted; at++) {
      if (at == known.size()) {
        known.add(TOP);
      }
      local += known.get(at) == LONG || known.get(at) == DOUBLE ? 2 : 1;
    }
    if (at == known.size()) {
      known.add(TOP);
    }
    if (known.get(at) == TOP) {
      known.set(at, typeOf(value));
      restored.add(wanted);
    }
  }

  private Object typeOf(Value value) {
    if (value.start() == Value.Start.SELF) {
      return owner.className();
    }
    return value.parameterType().equals(Value.BOOLEAN) ? INTEGER : value.parameterType();
  }

  private void emit(Call call) {
    Value argument = call.point.argument();
    if (argument != null && isOnStack(argument)) {
      push(argument); // first, for it is on top only now
      push(call.point.subject());
      super.visitInsn(SWAP);
    } else {
      push(call.point.subject());
      push(argument);
    }
    Hook.call(mv, call.probe);
  }

  private static boolean isOnStack(Value value) {
    return value.start() == Value.Start.RESULT || value.start() == Value.Start.THROWN;
  }

  private void push(@Nullable Value value) {
    if (value == null) {
      super.visitInsn(ACONST_NULL);
      return;
    }
    String type = owner.className();
    switch (value.start()) {
      case SELF -> super.visitVarInsn(ALOAD, 0);
      case RESULT, THROWN -> super.visitInsn(DUP);
      case PARAMETER -> {
        type = value.parameterType();
        super.visitVarInsn(type.equals(Value.BOOLEAN) ? ILOAD : ALOAD, parameter(type));
      }
      case NOTHING -> super.visitLdcInsn(name);
      case CLASS_NAME -> super.visitLdcInsn(value.parameterType().replace('/', '.'));
    }
    for (Value.Step step : value.steps()) {
      String holder = type;
      type = step.type().replace('.', '/');
      switch (step.how()) {
        case FIELD -> super.visitFieldInsn(GETFIELD, holder, step.name(), step.descriptor());
        case CALL -> call(INVOKEVIRTUAL, holder, step);
        case INTERFACE_CALL -> call(INVOKEINTERFACE, holder, step);
      }
    }
    if (type.equals(Value.BOOLEAN)) {
      super.visitMethodInsn(
          INVOKESTATIC, "java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
    }
  }

  private void call(int opcode, String holder, Value.Step step) {
    boolean isInterface = opcode == INVOKEINTERFACE;
    super.visitMethodInsn(opcode, holder, step.name(), "()" + step.descriptor(), isInterface);
  }

  /** The local variable of the first parameter of a type, or -1. */
  private int parameter(String internalName) {
    int local = isStatic ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      boolean fits =
          type.getSort() == Type.OBJECT
              ? type.getInternalName().equals(internalName)
              : type.getSort() == Type.BOOLEAN && internalName.equals(Value.BOOLEAN);
      if (fits) {
        return local;
      }
      local += type.getSize();
    }
    return -1;
  }
}
