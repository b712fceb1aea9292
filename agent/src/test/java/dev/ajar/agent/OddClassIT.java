package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Classes that a rule names and that are not what it expects: they run as they would, the report
 * says what of them is not watched, and other clients are.
 */
class OddClassIT {

  private static final String CLIENT = "okhttp3.OkHttpClient";
  private static final String POOL = "okhttp3.ConnectionPool";

  private static final int LONGEST_CODE = 65_535;

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("odd", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_class_without_the_field_is_not_woven_there(Jdk jdk) {
    assertMissing(jdk, "odd-without-field", "without a field\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_class_whose_field_has_another_type_is_not_woven_there(Jdk jdk) {
    assertMissing(jdk, "odd-other-type", "with another field\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_file_that_is_no_class_fails_as_it_would(Jdk jdk) throws IOException {
    Path odd = write(CLIENT, "not a class".getBytes(StandardCharsets.US_ASCII));

    assertProblem(run(jdk, odd, CLIENT, "name"), CLIENT);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_method_that_reuses_the_variable_of_this_is_left_alone(Jdk jdk) throws IOException {
    byte[] pool =
        pool(
            evict -> {
              evict.visitInsn(Opcodes.ICONST_0);
              evict.visitVarInsn(Opcodes.ISTORE, 0);
              evict.visitLdcInsn("evicted");
              evict.visitInsn(Opcodes.ARETURN);
            });

    Outcome outcome = run(jdk, write(POOL, pool), POOL, "evictAll");

    assertThat(outcome.stdout()).isEqualTo("evicted\n");
    assertProblem(outcome, POOL);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_method_with_no_room_for_a_call_is_left_alone(Jdk jdk) throws IOException {
    byte[] pool =
        pool(
            evict -> {
              for (int length = 3; length < LONGEST_CODE; length++) { // 3 for what follows
                evict.visitInsn(Opcodes.NOP);
              }
              evict.visitLdcInsn("evicted");
              evict.visitInsn(Opcodes.ARETURN);
            });

    Outcome outcome = run(jdk, write(POOL, pool), POOL, "evictAll");

    assertThat(outcome.stdout()).isEqualTo("evicted\n");
    assertProblem(outcome, POOL);
  }

  private void assertMissing(Jdk jdk, String sources, String printed) {
    Path odd = directory.resolve("odd");
    Outcome outcome = run(jdk, Program.compile(sources, List.of(), odd).classes(), CLIENT, "name");

    String missing = "field connectionPool of type okhttp3.ConnectionPool";
    assertThat(outcome.stdout()).isEqualTo(printed);
    assertThat(outcome.said()).contains("missing   " + CLIENT + " (odd) has no " + missing + "\n");
    JsonNode report = report(outcome);
    assertThat(report.get("problems")).isEmpty();
    assertThat(report.at("/coverage/0/sources/0/classes/0/missing"))
        .extracting(JsonNode::asText)
        .containsExactly(missing);
  }

  private static void assertProblem(Outcome outcome, String className) {
    assertThat(outcome.said()).contains("problems  " + className + " is not watched: ");
    assertThat(report(outcome).get("problems")).hasSize(1);
    assertThat(report(outcome).get("coverage")).hasSize(1);
  }

  /** Runs it with and without the agent: it prints the same, and other clients are watched. */
  private Outcome run(Jdk jdk, Path odd, String... arguments) {
    Running alone = fork(jdk, "alone", odd).withoutAgent().start("Odd", arguments);
    Outcome watched = fork(jdk, "watched", odd).run("Odd", arguments);
    Outcome bare = alone.end();

    assertThat(bare.status()).isZero();
    assertThat(watched.status()).isZero();
    assertThat(watched.stdout()).isEqualTo(bare.stdout());
    assertThat(watched.stderr()).startsWith("Ajar ");
    assertThat(watched.said()).contains("5 × java.net.http client");
    return watched;
  }

  private Fork fork(Jdk jdk, String name, Path odd) {
    try {
      Path own = Files.createDirectory(directory.resolve(name));
      return Fork.of(jdk, own).classPath(classes).classPath(odd);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String className, byte[] classFile) throws IOException {
    Path odd = directory.resolve("odd");
    Path file = odd.resolve(className.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, classFile);
    return odd;
  }

  /** A connection pool whose {@code evictAll} returns a text. */
  private static byte[] pool(Consumer<MethodVisitor> code) {
    ClassWriter pool = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = POOL.replace('.', '/');
    pool.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor init = pool.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    MethodVisitor evict =
        pool.visitMethod(Opcodes.ACC_PUBLIC, "evictAll", "()Ljava/lang/String;", null, null);
    code.accept(evict);
    evict.visitMaxs(0, 0);
    return pool.toByteArray();
  }

  private static JsonNode report(Outcome outcome) {
    assertThat(outcome.reports()).hasSize(1);
    return Expectations.read(outcome.reports().get(0));
  }
}
