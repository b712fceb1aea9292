package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ajar.agent.fork.Company;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In whatever company and setting a program runs, it does the same, and the findings are those of
 * its plain run: fingerprints, kinds and counts.
 */
@Execution(ExecutionMode.CONCURRENT)
class CompanyIT {

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(17, "-Xverify:all"),
          new Setting(17, "-XX:+UseSerialGC"),
          new Setting(17, "-XX:+UseParallelGC"),
          new Setting(17, "-XX:+UseG1GC"),
          new Setting(17, "-XX:+UseZGC"),
          new Setting(17, "-XX:+UseShenandoahGC"),
          new Setting(18, "--finalization=disabled"),
          new Setting(17, "-XX:-UseCompressedOops"),
          new Setting(25, "-XX:+UseCompactObjectHeaders"),
          new Setting(17, "-Xint"),
          new Setting(17, "-Xcomp", "-XX:TieredStopAtLevel=1"),
          new Setting(17, "-Xshare:off"),
          new Setting(17, "-XX:-StackTraceInThrowable"),
          new Setting(17, "-XX:MaxJavaStackTraceDepth=0"),
          new Setting(17, "-XX:MaxJavaStackTraceDepth=1"),
          new Setting(17, "-XX:MaxJavaStackTraceDepth=20"));

  private static final String LOG = "-Xlog:class+load:file=classes.log";

  @TempDir static Path shared;
  private static Company company;
  private static Path mocks;

  @TempDir Path directory;

  @BeforeAll
  static void start() throws IOException {
    company = Company.start(shared);
    mocks = Files.createDirectory(shared.resolve("mocks"));
    List<Path> libraries = new ArrayList<>(Company.CLIENTS);
    libraries.addAll(List.of(company.classes(), Program.companion("mockito")));
    Program unused = Program.compile("company-mocks", libraries, mocks);
  }

  @AfterAll
  static void stop() {
    company.stop();
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static List<Jdk> jdks_with_an_aot_cache() {
    return jdks().stream().filter(jdk -> jdk.feature() >= 25).toList();
  }

  static List<Jdk> jdks_with_a_security_manager() {
    return jdks().stream().filter(jdk -> jdk.feature() < 24).toList();
  }

  static List<Jdk> jdks_without_a_security_manager() {
    return jdks().stream().filter(jdk -> jdk.feature() >= 24).toList();
  }

  static Stream<Arguments> settings() {
    return jdks().stream()
        .flatMap(
            jdk ->
                SETTINGS.stream()
                    .filter(setting -> setting.from <= jdk.feature())
                    .map(setting -> arguments(jdk, setting)));
  }

  static Stream<Arguments> orders() {
    return Jdk.withEach(Arguments.of(true), Arguments.of(false));
  }

  static Stream<Arguments> ascii() {
    return Jdk.withEach(
        Arguments.of("C", List.of("-Dfile.encoding=US-ASCII")),
        Arguments.of("C", List.of()),
        Arguments.of("C.UTF-8", List.of("-Dfile.encoding=US-ASCII")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_flag_of_the_jvm_changes_no_finding(Jdk jdk, Setting setting) {
    company.assertSame(jdk, company.run(fork(jdk).jvm(setting.flags.toArray(new String[0]))));
  }

  @ParameterizedTest
  @MethodSource("ascii")
  void without_unicode_the_report_is_plain_ascii(Jdk jdk, String locale, List<String> flags) {
    Outcome outcome =
        company.run(fork(jdk).environment("LC_ALL", locale).jvm(flags.toArray(new String[0])));

    company.assertSame(jdk, outcome);
    assertThat(outcome.said()).contains("7 x Apache HttpClient 5 client");
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(outcome.stderr())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void jacoco_changes_no_finding_and_still_covers(Jdk jdk, boolean first) {
    Path covered = directory.resolve("jacoco.exec");
    Path jar = Company.jar("jacoco");

    Outcome outcome = company.run(beside(fork(jdk), jar, "destfile=" + covered, first));

    company.assertSame(jdk, outcome);
    assertThat(covered).content(StandardCharsets.ISO_8859_1).contains("com/acme/company/WithJdk");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void opentelemetry_changes_no_finding(Jdk jdk, boolean first) {
    Fork fork =
        fork(jdk)
            .environment("OTEL_TRACES_EXPORTER", "none")
            .environment("OTEL_METRICS_EXPORTER", "none")
            .environment("OTEL_LOGS_EXPORTER", "none");

    Outcome outcome = company.run(beside(fork, Company.jar("opentelemetry"), "", first));

    company.assertSame(jdk, outcome);
    assertThat(outcome.stderr()).contains("opentelemetry-javaagent - version: ");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void mocks_of_a_mockito_that_attaches_itself_are_no_clients(Jdk jdk) {
    assertMocksAreNoClients(jdk, fork(jdk).jvm("-XX:+EnableDynamicAgentLoading"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void mocks_of_mockito_as_an_agent_are_no_clients(Jdk jdk, boolean first) {
    assertMocksAreNoClients(jdk, beside(fork(jdk), Company.jar("mockito"), "", first));
  }

  private void assertMocksAreNoClients(Jdk jdk, Fork fork) {
    Path mockito = Program.companion("mockito");

    Outcome outcome =
        company.run(
            fork.classPath(mocks).classPath(mockito),
            "com.acme.company.WithMocks",
            Company.allClients());

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    assertThat(outcome.stdout()).startsWith("12 mocks constructed\n25 answers, ");
    assertThat(Report.of(outcome).fingerprints()).isEqualTo(company.plain(jdk));
    assertThat(Report.of(outcome).failings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_archive_that_was_made_without_ajar_changes_no_finding(Jdk jdk) {
    Path archive = directory.resolve("company.jsa");
    Outcome trained =
        company.run(fork(jdk).withoutAgent().jvm("-XX:ArchiveClassesAtExit=" + archive));
    assertThat(trained.status()).isZero();

    Outcome outcome = company.run(again(jdk).jvm("-XX:SharedArchiveFile=" + archive, LOG));

    company.assertSame(jdk, outcome);
    assertThat(log(outcome)).contains(".CloseableHttpClient source: shared objects file (top)");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_archive_cannot_be_made_with_any_agent(Jdk jdk) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("empty"));
    Path empty = Program.compile("empty-agent", List.of(), classes).agentJar("EmptyAgent");
    String flag = "-XX:ArchiveClassesAtExit=" + directory.resolve("none.jsa");

    Outcome other = company.run(fork(jdk).otherAgent(empty).jvm(flag));
    Outcome watched = company.run(again(jdk).jvm(flag));

    assertThat(watched.status()).isEqualTo(other.status()).isEqualTo(1);
    assertThat(watched.stdout())
        .isEqualTo(other.stdout())
        .contains("Must enable AllowArchivingWithJavaAgent");
    assertThat(watched.stderr()).isEqualTo(other.stderr());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_an_aot_cache")
  void an_aot_cache_that_was_trained_with_ajar_changes_no_finding(Jdk jdk) {
    Path cache = directory.resolve("company.aot");
    Outcome trained = company.run(fork(jdk).jvm("-XX:AOTCacheOutput=" + cache));
    assertThat(trained.status()).as(trained.stderr()).isZero();
    assertThat(trained.reports()).isEmpty();
    assertThat(trained.stderr().lines().filter(line -> line.startsWith("ajar: ")))
        .containsExactly(
            "ajar: is off in this training run: the classes of an AOT cache have to be as they are");

    Outcome outcome = company.run(again(jdk).jvm("-XX:AOTCache=" + cache, "-XX:AOTMode=on", LOG));

    company.assertSame(jdk, outcome);
    assertThat(log(outcome))
        .containsPattern("\\.InternalHttpClient source: shared objects file")
        .containsPattern(
            "jdk\\.internal\\.net\\.http\\.HttpClientImpl source: shared objects file");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_an_aot_cache")
  void an_aot_cache_that_was_trained_without_ajar_changes_no_finding(Jdk jdk) {
    Path cache = directory.resolve("company.aot");
    Outcome trained = company.run(fork(jdk).withoutAgent().jvm("-XX:AOTCacheOutput=" + cache));
    assertThat(trained.status()).isZero();

    // The JVM says on standard output that it cannot use it with any agent.
    company.assertSame(jdk, company.run(again(jdk).jvm("-XX:AOTCache=" + cache)));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_a_security_manager")
  void a_security_manager_changes_no_finding(Jdk jdk) throws IOException {
    Path policy = directory.resolve("all.policy");
    Files.writeString(policy, "grant { permission java.security.AllPermission; };\n");

    company.assertSame(
        jdk,
        company.run(fork(jdk).jvm("-Djava.security.manager", "-Djava.security.policy==" + policy)));
    company.assertSame(jdk, company.run(again(jdk).jvm("-Djava.security.manager=allow")));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_without_a_security_manager")
  void a_security_manager_is_refused_by_the_jvm_as_without_ajar(Jdk jdk) {
    Outcome bare = company.run(fork(jdk).withoutAgent().jvm("-Djava.security.manager=allow"));
    Outcome watched = company.run(again(jdk).jvm("-Djava.security.manager=allow"));

    assertThat(bare.status()).isEqualTo(1);
    assertThat(watched.status()).isEqualTo(1);
    assertThat(watched.stdout()).isEqualTo(bare.stdout()).contains("Security Manager");
    assertThat(watched.stderr()).isEqualTo(bare.stderr());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_second_copy_of_ajar_is_refused_with_one_line(Jdk jdk) throws IOException {
    Path copy = Files.copy(Fork.agentJar(), directory.resolve("copy.jar"));

    Outcome outcome = company.run(fork(jdk).jvm("-javaagent:" + copy + "=depth=1"));

    company.assertSame(jdk, outcome);
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: "))).hasSize(1);
    assertThat(outcome.stderr()).contains("ajar: is in this JVM already; ");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_module_is_watched_like_a_class_path(Jdk jdk) {
    String path = company.modulePath(shared.resolve("module-" + jdk.feature()));

    Outcome outcome =
        fork(jdk)
            .jvm("--module-path", path)
            .run("--module", company.arguments("com.acme.company/" + Company.MAIN));

    company.assertSame(jdk, outcome);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_image_without_most_of_the_jdk_is_enough(Jdk jdk) {
    Jdk image = company.image(jdk, directory.resolve("image"));

    Outcome outcome = company.run(fork(image), Company.MAIN, "apache", "okhttp");

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    Set<String> plain = company.plain(jdk);
    plain.removeIf(finding -> finding.contains(" × java.net.http "));
    assertThat(Report.of(outcome).fingerprints()).isEqualTo(plain).hasSize(7);
    assertThat(Report.of(outcome).failings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void classes_that_another_agent_retransforms_under_load_stay_watched(Jdk jdk) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("other"));
    Path other = Program.compile("other-agent", List.of(), classes).agentJar("OtherAgent");
    Program soak =
        Program.compile("soak", Company.CLIENTS, Files.createDirectory(directory.resolve("soak")));
    Fork fork = fork(jdk).earlierAgent(other, Company.watchedClasses()).classPath(soak.classes());
    Company.CLIENTS.forEach(fork::classPath);

    Soaked soaked = Soaked.of(fork.agent("track=Cheap:close").run("Soak", "4", "retransform"));

    soaked.assertExact();
    assertThat(soaked.lines("retransformed late: "))
        .hasSize(4)
        .allSatisfy(count -> assertThat(Integer.parseInt(count)).isGreaterThan(10));
  }

  private static Fork beside(Fork fork, Path agent, String arguments, boolean first) {
    return first
        ? fork.earlierAgent(agent, arguments)
        : fork.jvm("-javaagent:" + agent + "=" + arguments);
  }

  private static String log(Outcome outcome) {
    try {
      return Files.readString(outcome.directory().resolve("classes.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory);
  }

  /** One more JVM in the same test. */
  private Fork again(Jdk jdk) {
    try {
      return Fork.of(jdk, Files.createDirectory(directory.resolve("again")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Flags of the JVM.
   *
   * @param from the oldest JDK that knows them
   */
  private record Setting(int from, List<String> flags) {

    Setting(int from, String... flags) {
      this(from, List.of(flags));
    }

    @Override
    public String toString() {
      return String.join(" ", flags);
    }
  }
}
