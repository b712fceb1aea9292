package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.catalog.Value.Start;
import dev.ajar.agent.catalog.Value.Step;
import dev.ajar.agent.jdk.Origin;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes that have the name that a rule gives, and not the rest. */
class UnfitClassTest {

  private static final Value SELF = new Value(Start.SELF, "", List.of());
  private static final Value NAME = new Value(Start.PARAMETER, "java/lang/String", List.of());
  private static final Value FLAG = new Value(Start.PARAMETER, Value.BOOLEAN, List.of());
  private static final Value POOL = holding("pool", "odd.Pool");

  @Test
  void weaves_a_point_whose_field_is_there() {
    Weaver weaver = weave(client(odd -> field(odd, "Lodd/Pool;", 0)), opening(POOL));

    assertThat(weaver.missing()).isEmpty();
    assertThat(text(weaver)).contains(Hook.NAME);
  }

  @Test
  void leaves_a_point_whose_field_is_not_there() {
    assertLeft(client(odd -> {}), opening(POOL), "field pool of type odd.Pool");
  }

  @Test
  void leaves_a_point_whose_field_has_another_type() {
    assertLeft(
        client(odd -> field(odd, "Lodd/Puddle;", 0)), opening(POOL), "field pool of type odd.Pool");
  }

  @Test
  void leaves_a_point_whose_field_is_static() {
    assertLeft(
        client(odd -> field(odd, "Lodd/Pool;", Opcodes.ACC_STATIC)),
        opening(POOL),
        "field pool of type odd.Pool");
  }

  @Test
  void leaves_a_point_whose_argument_needs_a_field_that_is_not_there() {
    Point point = point("<init>", Event.OPEN, SELF, Meaning.OWNER, POOL);

    assertLeft(client(odd -> {}), point, "field pool of type odd.Pool");
  }

  @Test
  void leaves_a_point_whose_method_is_not_there() {
    assertLeft(client(odd -> {}), point("close", Event.CLOSING, SELF), "close");
  }

  @Test
  void refuses_a_method_that_puts_something_else_in_the_place_of_this() {
    byte[] client = client(odd -> overwriting(odd, "()V", Opcodes.ACONST_NULL, Opcodes.ASTORE, 0));

    assertThatThrownBy(() -> weave(client, point("close", Event.CLOSED, SELF)))
        .hasMessage("close()V reuses variable 0, which is read at its end");
  }

  @Test
  void refuses_a_method_that_puts_a_number_in_the_place_of_a_parameter() {
    Value parameter = new Value(Start.PARAMETER, "odd/Pool", List.of());
    byte[] client =
        client(odd -> overwriting(odd, "(Lodd/Pool;)V", Opcodes.ICONST_0, Opcodes.ISTORE, 1));

    assertThatThrownBy(() -> weave(client, point("close", Event.CLOSED, parameter)))
        .hasMessage("close(Lodd/Pool;)V reuses variable 1, which is read at its end");
  }

  @Test
  void reads_what_such_a_method_had_at_its_entry() {
    byte[] client = client(odd -> overwriting(odd, "()V", Opcodes.ACONST_NULL, Opcodes.ASTORE, 0));

    assertThat(text(weave(client, point("close", Event.CLOSING, SELF)))).contains(Hook.NAME);
  }

  @Test
  void reads_at_the_end_what_frames_have_forgotten() throws ReflectiveOperationException {
    byte[] client = client(odd -> forgetting(odd, false));
    for (Value read : List.of(SELF, NAME, FLAG)) {
      byte[] woven =
          weave(client, point("close", Event.CLOSED, SELF, Meaning.TARGET, read)).classFile();

      Loom.assertVerifies(woven);
      Class<?> verified = Class.forName("odd.Client", true, new Loom.Copies("odd.Client", woven));
      assertThat(verified.getConstructor().newInstance()).isInstanceOf(verified);
    }
  }

  @Test
  void refuses_a_method_that_reuses_what_its_frames_have_forgotten() {
    byte[] client = client(odd -> forgetting(odd, true));

    assertThatThrownBy(() -> weave(client, point("close", Event.CLOSED, NAME)))
        .hasMessageEndingWith("reuses variable 3, which is read at its end");
    assertThat(text(weave(client, point("close", Event.CLOSED, SELF)))).contains(Hook.NAME);
  }

  private static void assertLeft(byte[] client, Point point, String missing) {
    Weaver weaver = weave(client, point);

    assertThat(weaver.missing()).containsExactly(missing);
    assertThat(text(weaver)).doesNotContain(Hook.NAME);
  }

  private static Value holding(String field, String type) {
    return new Value(Start.SELF, "", List.of(new Step(Value.How.FIELD, field, type)));
  }

  private static Point opening(Value subject) {
    return point("<init>", Event.OPEN, subject);
  }

  private static Point point(String method, Event event, Value subject) {
    return new Point("odd/Client", method, event, subject, Meaning.NOTHING, null, false);
  }

  private static Point point(
      String method, Event event, Value subject, Meaning meaning, Value argument) {
    return new Point("odd/Client", method, event, subject, meaning, argument, false);
  }

  private static Weaver weave(byte[] classFile, Point point) {
    ResourceType type =
        new ResourceType(
            "Odd", "odd client", "odd.Client", Role.CLIENT, Contract.SHOULD, "", "", List.of());
    Rule rule = new Rule(type, false, false, false, List.of(), List.of(point));
    return Weaver.weave(classFile, List.of(new Rule.Pointed(rule, point)), new Deaf(), null);
  }

  private static String text(Weaver weaver) {
    return new String(weaver.classFile(), StandardCharsets.ISO_8859_1);
  }

  private static byte[] client(Consumer<ClassWriter> more) {
    ClassWriter odd = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    odd.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "odd/Client", null, "java/lang/Object", null);
    MethodVisitor init = odd.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    more.accept(odd);
    return odd.toByteArray();
  }

  private static void field(ClassWriter odd, String descriptor, int access) {
    odd.visitField(access, "pool", descriptor, null, null).visitEnd();
  }

  private static void overwriting(
      ClassWriter odd, String descriptor, int value, int store, int local) {
    MethodVisitor close = odd.visitMethod(Opcodes.ACC_PUBLIC, "close", descriptor, null, null);
    close.visitInsn(value);
    close.visitVarInsn(store, local);
    close.visitInsn(Opcodes.RETURN);
    close.visitMaxs(0, 0);
  }

  /** As ProGuard writes it: the frame knows nothing of what is not read any more. */
  private static void forgetting(ClassWriter odd, boolean reusing) {
    MethodVisitor close =
        odd.visitMethod(Opcodes.ACC_PUBLIC, "close", "(JLjava/lang/String;Z)V", null, null);
    Label end = new Label();
    close.visitVarInsn(Opcodes.ILOAD, 4);
    close.visitJumpInsn(Opcodes.IFEQ, end);
    if (reusing) {
      close.visitLdcInsn("another");
      close.visitVarInsn(Opcodes.ASTORE, 3);
    }
    close.visitLabel(end);
    close.visitFrame(Opcodes.F_NEW, 0, new Object[0], 0, new Object[0]);
    close.visitInsn(Opcodes.RETURN);
    close.visitMaxs(0, 0);
  }

  private static final class Deaf implements WeaveListener {
    @Override
    public int probe(Rule.Pointed pointed) {
      return 0;
    }

    @Override
    public int apiProbe() {
      return 0;
    }

    @Override
    public void metTraces(String className, ClassLoader loader) {}

    @Override
    public void woven(Library library, Origin origin, List<String> missing) {}

    @Override
    public void notWoven(String internalName, Throwable reason) {}
  }
}
