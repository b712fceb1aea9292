package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.Optional.map:1",
        "javax.ws.rs.X.a:1",
        "jdk.internal.reflect.X.a:1",
        "sun.nio.X.a:1",
        "com.sun.net.X.a:1",
        "org.apache.hc.core5.X.a:1",
        "org.springframework.beans.X.a:1",
        "io.netty.channel.X.a:1",
        "reactor.core.X.a:1",
        "kotlinx.coroutines.X.a:1",
        "org.apache.catalina.X.a:1",
        "com.acme.Api$$SpringCGLIB$$0.call:1",
        "com.acme.$Proxy12.call:1",
      })
  void blames_the_first_frame_that_is_the_applications(String above) {
    Finding finding = finding(null, above, "com.acme.Api.call:17", "com.acme.Main.main:3");

    assertThat(finding.blame().at()).isEqualTo("com.acme.Api.call(Api.java:17)");
    assertThat(finding.blame().application()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javafoo.X.a:1", "org.apache.hcfoo.X.a:1", "reactors.X.a:1", "sunny.X.a:1"})
  void blames_what_only_looks_like_a_known_name(String frame) {
    assertThat(finding(null, frame, "com.acme.Main.main:3").blame().method()).isEqualTo("a");
  }

  @Test
  void blames_the_named_packages_only_where_they_are_given() {
    String[] stack = {"org.sdk.Api.call:5", "com.acmefoo.X.a:1", "com.acme.Api.call:17"};

    assertThat(finding("com.acme+com.other", stack).blame().at())
        .isEqualTo("com.acme.Api.call(Api.java:17)");
    assertThat(finding("com.other+org.sdk", stack).blame().at())
        .isEqualTo("org.sdk.Api.call(Api.java:5)");
    assertThat(finding("com.acme.Api", stack).blame().method()).isEqualTo("call");
    assertThat(finding(null, stack).blame().className()).isEqualTo("org.sdk.Api");
  }

  @Test
  void blames_another_library_where_no_named_package_is_in_the_stack() {
    Finding finding = finding("com.acme", "java.util.X.a:1", "org.sdk.Api.call:5");

    assertThat(finding.blame().className()).isEqualTo("org.sdk.Api");
    assertThat(finding.blame().application()).isFalse();
  }

  @Test
  void blames_the_first_frame_outside_of_the_library_where_no_application_is() {
    Finding finding = finding(null, "org.apache.hc.X.a:1", "io.netty.Y.b:2", "java.Z.c:3");

    assertThat(finding.blame().className()).isEqualTo("io.netty.Y");
    assertThat(finding.blame().application()).isFalse();
    assertThat(finding.callers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Thread.run:1",
        "java.util.concurrent.ThreadPoolExecutor.runWorker:1136",
        "jdk.internal.reflect.NativeMethodAccessorImpl.invoke0:1",
      })
  void blames_what_a_thread_or_a_reflective_call_began_with(String dispatcher) {
    Finding finding =
        finding(
            null, "org.apache.hc.X.a:1", "org.apache.hc.Test.b:2", dispatcher, "org.junit.Z.c:3");

    assertThat(finding.blame().at()).isEqualTo("org.apache.hc.Test.b(Test.java:2)");
    assertThat(finding.blame().application()).isFalse();
    assertThat(finding(null, dispatcher, "org.apache.hc.X.a:1").blame().method())
        .isEqualTo(dispatcher.replaceAll(".*\\.|:.*", ""));
  }

  @Test
  void blames_the_first_frame_where_all_are_the_librarys() {
    Finding finding = finding(null, "org.apache.hc.X.a:1", "org.apache.hc.Y.b:2");

    assertThat(finding.blame().className()).isEqualTo("org.apache.hc.X");
    assertThat(finding.blame().application()).isFalse();
  }

  @Test
  void names_the_next_frame_of_the_application_as_the_caller() {
    Finding finding =
        finding(null, "app.A.make:1", "java.util.X.a:1", "io.netty.Y.b:2", "app.B.call:9");

    assertThat(finding.callers()).containsExactly(new Finding.Caller("app.B.call(B.java:9)", 2, 2));
  }

  /** The stack of an opening that a library does on its own account. */
  private static LedgerBuilder sdk(String... frames) {
    return new LedgerBuilder()
        .from("sdk-2.1.jar", "2.1", "org.sdk.Api", "org.sdk.Pool")
        .from(null, null, "com.acme.Main")
        .site(CLIENT, CountsBuilder.opened(2), frames);
  }

  @Test
  void names_the_jar_that_opened_and_the_applications_frame_that_called_it() {
    Finding finding =
        sdk("org.sdk.Pool.grow:7", "org.sdk.Api.call:5", "com.acme.Main.main:3")
            .report()
            .findings()
            .get(0);

    assertThat(finding.blame().at()).isEqualTo("org.sdk.Pool.grow(Pool.java:7)");
    assertThat(finding.blame().application()).isFalse();
    assertThat(finding.inLibrary()).isTrue();
    assertThat(finding.cause())
        .isEqualTo(
            new Cause(
                "org.sdk.Pool.grow(Pool.java:7)",
                "sdk-2.1.jar",
                "2.1",
                "com.acme.Main.main(Main.java:3)"));
    assertThat(finding.callers())
        .containsExactly(new Finding.Caller("com.acme.Main.main(Main.java:3)", 2, 2));
  }

  @Test
  void blames_the_application_for_what_a_framework_opened_for_it() {
    Finding finding =
        sdk("org.springframework.Factory.build:7", "com.acme.Main.main:3")
            .from("spring-web-6.2.jar", "6.2", "org.springframework.Factory")
            .report()
            .findings()
            .get(0);

    assertThat(finding.blame().at()).isEqualTo("com.acme.Main.main(Main.java:3)");
    assertThat(finding.inLibrary()).isFalse();
    assertThat(finding.cause().jar()).isEqualTo("spring-web-6.2.jar");
  }

  @Test
  void names_the_library_whose_line_is_to_blame_where_a_framework_opened_for_it() {
    Report report =
        sdk("org.springframework.Factory.build:7", "org.sdk.Api.call:5", "com.acme.Main.main:3")
            .from("spring-web-6.2.jar", "6.2", "org.springframework.Factory")
            .report();
    Finding finding = report.findings().get(0);

    assertThat(finding.blame().at()).isEqualTo("org.sdk.Api.call(Api.java:5)");
    assertThat(finding.inLibrary()).isTrue();
    assertThat(finding.cause().jar()).isEqualTo("sdk-2.1.jar");
  }

  @Test
  void takes_no_jar_for_a_library_that_may_be_the_applications() {
    String[] stack = {"org.sdk.Api.call:5", "org.other.Main.main:3"};
    LedgerBuilder started = sdk(stack).fact("main", "sdk-2.1.jar");
    LedgerBuilder neighbour = sdk(stack).fact("main", "org.sdk.app.Main");
    LedgerBuilder unknown =
        new LedgerBuilder()
            .from("sdk-2.1.jar", "2.1", "org.sdk.Api")
            .site(CLIENT, CountsBuilder.opened(2), stack);
    LedgerBuilder named = sdk(stack).fact("app", "org.sdk");

    for (LedgerBuilder ledger : List.of(started, neighbour, unknown, named)) {
      Finding finding = ledger.report().findings().get(0);
      assertThat(finding.cause()).isNull();
      assertThat(finding.blame().application()).isTrue();
    }
  }

  @Test
  void lists_what_libraries_opened_after_the_applications_own() {
    Report report =
        sdk("org.sdk.Api.call:5", "com.acme.Main.main:3")
            .site(CLIENT, CountsBuilder.opened(2), "com.acme.Main.main:4")
            .report();

    assertThat(report.findings()).extracting(Finding::inLibrary).containsExactly(false, true);
    assertThat(TextReport.of(report, new TextStyle(true, 110), null))
        .containsSubsequence("Main.java:4", "opened by libraries", "Api.java:5", "in sdk-2.1.jar");
  }

  private static Finding finding(@Nullable String packages, String... stack) {
    LedgerBuilder ledger = new LedgerBuilder();
    if (packages != null) {
      ledger.fact("app", packages);
    }
    return ledger.site(CLIENT, CountsBuilder.opened(2), stack).report().findings().get(0);
  }
}
