package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {

  private static final String KNOWN = "app.Api.call:17";

  @Test
  void never_changes_what_a_released_version_gave() {
    assertThat(fingerprint(KNOWN)).isEqualTo("160fcacd7242");
  }

  @ParameterizedTest
  @CsvSource({
    "app.Api.call:17,                        app.Api.call:99",
    "app.Api.lambda$run$0:1,                 app.Api.lambda$run$7:1",
    "app.Api.lambda$run$3bda29f1$1:1,        app.Api.lambda$run$77aa29f1$1:1",
    "app.Api.access$000:1,                   app.Api.access$100:1",
    "app.Api.run$lambda-0:1,                 app.Api.run$lambda-1:1",
    "app.$Proxy12.call:1,                    app.$Proxy7.call:1",
    "app.Api$$Lambda$14.run:1,               app.Api$$Lambda$15.run:1",
    "app.Api$$SpringCGLIB$$0.call:1,         app.Api$$EnhancerBySpringCGLIB$$ab12.call:1",
    "app.Api$$SpringCGLIB$$0.call:1,         app.Api.call:1",
    "app.Api$run$1.invoke:1,                 app.Api$run$2.invoke:1",
    "app.Api$run$1$2.invoke:1,               app.Api$run$2$1.invoke:1",
    "app.Api$_run_closure1.doCall:1,         app.Api$_run_closure2.doCall:1",
    "app.Api/0x0000000800c3.call:1,          app.Api/0x0000000801aa.call:1",
    "app.Api$Proxy$_$$_WeldClientProxy.a:1,  app.Api.a:1",
  })
  void survives_edits_and_builds(String before, String after) {
    assertThat(fingerprint(after)).isEqualTo(fingerprint(before));
  }

  @ParameterizedTest
  @CsvSource({
    "app.Api.call:1,         app.Api.calls:1",
    "app.Api.call:1,         app.Apis.call:1",
    "app.Api$1.run:1,        app.Api$2.run:1",
    "app.Api$Run$1.run:1,    app.Api$Run$2.run:1",
    "app.Api$1$2.run:1,      app.Api$1$3.run:1",
    "app.Api$run$1.invoke:1, app.Api$stop$1.invoke:1",
    "app.Api.lambda$run$0:1, app.Api.lambda$stop$0:1",
    "app.Api.lambda$run$0:1, app.Api.run:1",
    "app.Api.v1$2x:1,        app.Api.v1$3x:1",
    "app.$ProxyFactory1.a:1, app.$ProxyFactory2.a:1",
  })
  void tells_methods_apart(String one, String other) {
    assertThat(fingerprint(other)).isNotEqualTo(fingerprint(one));
  }

  @Test
  void is_the_same_whether_the_collector_came_by_or_not() {
    assertThat(fingerprint(CLIENT, CountsBuilder.opened(2).abandoned(2), KNOWN))
        .isEqualTo(fingerprint(KNOWN));
  }

  @Test
  void is_the_same_whatever_the_callers_are() {
    assertThat(fingerprint(CLIENT, CountsBuilder.opened(2), KNOWN, "app.Main.main:1"))
        .isEqualTo(fingerprint(KNOWN));
  }

  @Test
  void tells_types_apart() {
    assertThat(fingerprint(RESPONSE, CountsBuilder.opened(2), KNOWN))
        .isNotEqualTo(fingerprint(KNOWN));
  }

  @Test
  void gives_the_first_line_of_a_method_the_bare_one_whatever_the_order_of_opening() {
    List<Finding> findings =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(9), "app.Api.call:30")
            .site(CLIENT, CountsBuilder.opened(8), "app.Api.call:10")
            .site(CLIENT, CountsBuilder.opened(7), "app.Api.call:20")
            .report()
            .findings();

    assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    assertThat(findings.get(1).fingerprint()).isEqualTo(fingerprint(KNOWN));
  }

  @Test
  void stays_with_a_line_when_the_line_before_it_is_mended() {
    LedgerBuilder both = new LedgerBuilder();
    both.site(CLIENT, CountsBuilder.opened(3), "app.Api.call:10");
    both.site(CLIENT, CountsBuilder.opened(2), "app.Api.call:20");
    LedgerBuilder mended = new LedgerBuilder();
    mended.site(CLIENT, CountsBuilder.opened(3).closed(3), "app.Api.call:10");
    mended.site(CLIENT, CountsBuilder.opened(2), "app.Api.call:20");

    assertThat(mended.report().findings().get(0).fingerprint())
        .isEqualTo(both.report().findings().get(1).fingerprint());
  }

  @Test
  void exists_for_places_beyond_the_bound() {
    assertThat(fingerprint(CLIENT, CountsBuilder.opened(2))).matches("[0-9a-f]{12}");
  }

  private static String fingerprint(String frame) {
    return fingerprint(CLIENT, CountsBuilder.opened(2), frame);
  }

  private static String fingerprint(ResourceType type, CountsBuilder counts, String... frames) {
    Report report = new LedgerBuilder().site(type, counts, frames).report();
    return report.findings().get(0).fingerprint();
  }
}
