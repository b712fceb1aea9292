package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportNameTest {

  private static final long STARTED = 1_795_252_440_999L; // 2026-11-21T09:14:00.999Z

  private final ReportName name = new ReportName("chat-gateway", "node-7.local", 4711, STARTED);

  @ParameterizedTest
  @CsvSource({
    "ajar-%s-%h-%p-%t, ajar-chat-gateway-node-7.local-4711-20261121T091400Z",
    "/var/reports/%s/%p, /var/reports/chat-gateway/4711",
    "plain, plain",
    "%s%s%s, chat-gatewaychat-gatewaychat-gateway",
    "100%%, 100%",
    "%%s, %s",
    "%%%p, %4711",
    "at the end %, at the end %",
    "%x-%S-% , %x-%S-%",
    "%{, %{",
    "%{NEVER_ENDS, %{NEVER_ENDS",
    "%{AJAR_TEST_NOT_SET}, unset",
    "a-%{AJAR_TEST_NOT_SET}-%p, a-unset-4711",
    "'', ''",
  })
  void fills_in_the_placeholders(String pattern, String expected) {
    assertThat(name.of(pattern)).isEqualTo(expected);
  }

  @Test
  void takes_a_variable_of_the_environment_as_part_of_a_name() {
    assertThat(System.getenv("PATH")).contains("/");

    assertThat(name.of("%{PATH}")).doesNotContain("/", ":").hasSizeBetween(1, 100);
    assertThat(name.of("a/%{PATH}/b")).startsWith("a/").endsWith("/b");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 19700101T000000Z",
    "1969-12-31T23:59:59.999Z, 19691231T235959Z",
    "2000-02-29T12:34:56Z, 20000229T123456Z",
    "9999-12-31T23:59:59Z, 99991231T235959Z",
  })
  void writes_the_start_in_utc(String start, String expected) {
    long millis = Instant.parse(start).toEpochMilli();

    assertThat(new ReportName("s", "h", 1, millis).of("%t")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "",
        "/",
        "/etc/passwd",
        "../../etc/passwd",
        "..\\..\\windows",
        "a/../../b",
        "C:\\temp",
        "\0",
        "~",
        "line\nbreak",
        "späße",
        "$(rm -rf)",
        "-rf"
      })
  void no_value_leads_into_another_directory(String value) {
    ReportName hostile = new ReportName(value, value, 1, STARTED);

    for (String pattern : new String[] {"%s", "%s/%h", "%s%h", "%h/ajar", "ajar-%s"}) {
      String path = hostile.of("/var/reports/" + pattern);
      assertThat(path).matches("/var/reports/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?");
      assertThat(Path.of(path + ".json").normalize().toString()).isEqualTo(path + ".json");
      assertThat(Path.of(path).normalize().toString()).isEqualTo(path);
    }
  }

  @Test
  void cuts_a_value_that_is_too_long_for_a_name() {
    String longest = new ReportName("s".repeat(5_000), "h", 1, STARTED).of("%s");

    assertThat(longest).isEqualTo("s".repeat(100));
  }
}
