package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Weaves one class. */
final class Weaver extends ClassVisitor {

  private final List<Rule.Pointed> points;
  private final boolean[] met;
  private final WeaveListener listener;
  private final ClassWriter writer;
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

  /** Methods that the rules name, that every version should have, and that the class has not. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (int at = 0; at < met.length; at++) {
      Point point = points.get(at).point();
      if (!met[at] && !point.optional() && !missing.contains(point.method())) {
        missing.add(point.method());
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
    WovenMethod method = new WovenMethod(next, className, descriptor, (access & ACC_STATIC) != 0);
    for (int at = 0; at < met.length; at++) {
      Rule.Pointed pointed = points.get(at);
      if (pointed.point().method().equals(name) && method.reaches(pointed.point())) {
        method.add(pointed.point(), listener.probe(pointed));
        met[at] = true;
      }
    }
    return method.isEmpty() ? next : method;
  }
}
