package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.V1_6;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

/** Weaves one class. */
final class Weaver extends ClassVisitor {

  private final List<Rule.Pointed> points;
  private final boolean[] met;
  private final WeaveListener listener;
  private final ClassWriter writer;
  private final OtherClasses others;
  private final Set<String> fields = new HashSet<>();
  private WovenMethod.Owner owner = new WovenMethod.Owner("", true);

  private Weaver(
      ClassWriter writer, List<Rule.Pointed> points, WeaveListener listener, OtherClasses others) {
    super(ASM9, writer);
    this.others = others;
    this.writer = writer;
    this.points = points;
    this.met = new boolean[points.size()];
    this.listener = listener;
  }

  /**
   * Weaves the given points into a class.
   *
   * @param loader of the class, or null for the boot loader
   */
  static Weaver weave(
      byte[] classFile,
      List<Rule.Pointed> points,
      WeaveListener listener,
      @Nullable ClassLoader loader) {
    ClassReader reader = new ClassReader(classFile);
    OtherClasses others = new OtherClasses(loader);
    Weaver weaver = new Weaver(new ClassWriter(reader, 0), points, listener, others);
    reader.accept(weaver, ClassReader.EXPAND_FRAMES);
    return weaver;
  }

  /** The woven class. It needs no new stack map frames. */
  byte[] classFile() {
    return writer.toByteArray();
  }

  /**
   * Methods and fields that the rules name, that every version should have, and that the class has
   * not.
   */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (int at = 0; at < met.length; at++) {
      Point point = points.get(at).point();
      if (!met[at] && !point.optional()) {
        String step = missingStep(point);
        String what = step == null ? point.method() : step;
        if (!missing.contains(what)) {
          missing.add(what);
        }
      }
    }
    return missing;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = new WovenMethod.Owner(name, (version & 0xFFFF) >= V1_6);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((access & ACC_STATIC) == 0) {
      fields.add(name + ' ' + descriptor);
    }
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & (ACC_ABSTRACT | ACC_NATIVE)) != 0) {
      return next;
    }
    WovenMethod method = new WovenMethod(next, owner, name, descriptor, (access & ACC_STATIC) != 0);
    for (int at = 0; at < met.length; at++) {
      Rule.Pointed pointed = points.get(at);
      Point point = pointed.point();
      if (point.isIn(name) && method.reaches(point) && missingStep(point) == null) {
        method.add(point, listener.probe(pointed));
        met[at] = true;
      }
    }
    return method.isEmpty() ? next : method;
  }

  private @Nullable String missingStep(Point point) {
    String step = missingStep(point.subject());
    return step == null && point.argument() != null ? missingStep(point.argument()) : step;
  }

  // Woven code that names a field or a method which is not there would fail when it runs. A class
  // file's fields come before its methods.
  private @Nullable String missingStep(Value value) {
    boolean ofParameter = value.start() == Value.Start.PARAMETER;
    String holder = ofParameter ? value.parameterType() : owner.className();
    for (Value.Step step : value.steps()) {
      boolean isField = step.how() == Value.How.FIELD;
      if (isField
          ? !fields.contains(step.name() + " " + step.descriptor())
          : !others.has(holder, step.name(), "()" + step.descriptor())) {
        return (isField ? "field " : "method ") + step.name() + " of type " + step.type();
      }
      holder = step.type().replace('.', '/');
    }
    return null;
  }
}
