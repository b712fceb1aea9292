package dev.ajar.agent.weave;

import static org.objectweb.asm.Opcodes.ASM9;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Has {@link Thread} call a probe when a thread ends by an exception, before its handler is called.
 * Used where the exit status depends on it and nowhere else: a handler of Ajar's own could be seen,
 * and replaced, by the application.
 */
public final class UncaughtWeaver extends ClassVisitor implements ClassFileTransformer {

  private static final String THREAD = "java/lang/Thread";
  private static final String METHOD = "dispatchUncaughtException";

  private final int probe;
  private boolean woven;

  private UncaughtWeaver(int probe) {
    super(ASM9);
    this.probe = probe;
  }

  /** Weaves the class; false if the JVM refuses, or if its threads end in another way. */
  public static boolean weave(Instrumentation instrumentation, int probe) {
    UncaughtWeaver weaver = new UncaughtWeaver(probe);
    instrumentation.addTransformer(weaver, true); // and stays: others may retransform the class
    try {
      instrumentation.retransformClasses(Thread.class);
      return weaver.woven;
    } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
      boolean unused = instrumentation.removeTransformer(weaver);
      return false;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (redefined != Thread.class || !THREAD.equals(name)) {
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      UncaughtWeaver visitor = new UncaughtWeaver(probe);
      visitor.cv = writer;
      reader.accept(visitor, 0);
      woven = visitor.woven;
      return woven ? writer.toByteArray() : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (!name.equals(METHOD) || !descriptor.equals("(Ljava/lang/Throwable;)V")) {
      return method;
    }
    woven = true;
    return new FirstCall(method, probe);
  }
}
