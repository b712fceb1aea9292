package dev.ajar.agent.weave;

import static dev.ajar.agent.weave.Loom.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point.Event;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Constructors to which Mockito, where its agent comes before Ajar, has added a way past their code
 * for mocks and spies: what goes there is no client.
 */
class MockedConstructorTest {

  private static final String NAME = "dev/ajar/agent/weave/Mocked";

  private final Loom loom = new Loom();

  @Test
  void tells_of_objects_that_are_constructed_but_not_of_mocks()
      throws ReflectiveOperationException {
    loom.with("<init>", Event.ENTERED, SELF, null).with("<init>", Event.OPEN, SELF, null);
    byte[] woven = loom.weave(mocked()).classFile();
    Loom.assertVerifies(woven);
    String name = NAME.replace('/', '.');
    Class<?> type = Class.forName(name, true, new Loom.Copies(name, woven));

    type.getField("mocking").set(null, true);
    Object mock = type.getConstructor().newInstance();

    assertThat(mock).isNotNull();
    assertThat(loom.passed).isEmpty();

    type.getField("mocking").set(null, false);
    Object real = type.getConstructor().newInstance();

    assertThat(loom.passed).extracting(Loom.Passed::subject).containsExactly(real, real);
    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.ENTERED, Event.OPEN);
  }

  /** As the constructor of a class without parameters and fields looks then. */
  private static byte[] mocked() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    writer.visitField(access, "mocking", "Z", null, null).visitEnd();
    MethodVisitor asks = writer.visitMethod(access, "isConstructorMock", "()Z", null, null);
    asks.visitCode();
    asks.visitFieldInsn(Opcodes.GETSTATIC, NAME, "mocking", "Z");
    asks.visitInsn(Opcodes.IRETURN);
    asks.visitMaxs(0, 0);
    asks.visitEnd();
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    Label own = new Label();
    init.visitCode();
    init.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "isConstructorMock", "()Z", false);
    init.visitJumpInsn(Opcodes.IFEQ, own);
    constructs(init);
    init.visitLabel(own);
    constructs(init);
    init.visitMaxs(0, 0);
    init.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructs(MethodVisitor init) {
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
  }
}
