package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;

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
  private final Set<String> fields = new HashSet<>();
  private String className = "";

  private Weaver(ClassWriter writer, List<Rule.Pointed> points, WeaveListener listener) {
    super(ASM9, writer);
    this.writer = writer;
    this.points = points;
    this.met = new boolean[points.size()];
    this.listener = listener;
  }

  /** Weaves the given points into a class. */
  static Weaver weave(byte[] classFile, List<Rule.Pointed> points, WeaveListener listener) {
    ClassReader reader = new ClassReader(classFile);
    Weaver weaver = new Weaver(new ClassWriter(reader, 0), points, listener);
    reader.accept(weaver, 0);
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
        String field = missingField(point);
        String what = field == null ? point.method() : field;
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
    className = name;
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
    WovenMethod method =
        new WovenMethod(next, className, name, descriptor, (access & ACC_STATIC) != 0);
    for (int at = 0; at < met.length; at++) {
      Rule.Pointed pointed = points.get(at);
      Point point = pointed.point();
      if (point.method().equals(name) && method.reaches(point) && missingField(point) == null) {
        method.add(point, listener.probe(pointed));
        met[at] = true;
      }
    }
    return method.isEmpty() ? next : method;
  }

  private @Nullable String missingField(Point point) {
    String field = missingField(point.subject());
    return field == null && point.argument() != null ? missingField(point.argument()) : field;
  }

  // Woven code that names a field which is not there would fail when it runs. A class file's fields
  // come before its methods. Methods of other classes cannot be looked at without loading these.
  private @Nullable String missingField(Value value) {
    for (Value.Step step : value.steps()) {
      if (!step.call()) {
        String descriptor = "L" + step.type().replace('.', '/') + ";";
        if (!fields.contains(step.name() + ' ' + descriptor)) {
          return "field " + step.name() + " of type " + step.type();
        }
      }
    }
    return null;
  }
}
