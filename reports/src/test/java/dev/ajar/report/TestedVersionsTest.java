package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestedVersionsTest {

  @ParameterizedTest
  @CsvSource({
    "5.6.6,             5.6.5",
    "5.7,               5.6.5",
    "6,                 5.6.5",
    "5.10.0,            5.9.9",
    "9.4.59.v20260101,  9.4.58.v20250814",
    "4.1.141.Final,     4.1.140.Final",
    "26-ea,             25",
  })
  void is_newer(String version, String than) {
    assertThat(TestedVersions.isNewer(version, than)).isTrue();
    assertThat(TestedVersions.isNewer(than, version)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5.6.5,          5.6.5",
    "5.6,            5.6.5",
    "25.0.4,         25",
    "4.1.140.Final,  4.1.140.Final",
    "5.6.5-beta1,    5.6.5",
    "unknown,        5.6.5",
  })
  void is_not_newer(String version, String than) {
    assertThat(TestedVersions.isNewer(version, than)).isFalse();
  }

  @Test
  void measures_by_the_newest_of_its_major_version() {
    assertThat(TestedVersions.newest("okhttp-3.14.10.jar", "3.14.10")).isEqualTo("3.14.9");
    assertThat(TestedVersions.newest("okhttp-4.99.jar", "4.99")).isEqualTo("4.12.1");
  }

  @Test
  void measures_by_the_newest_of_all_where_none_is_of_its_major_version() {
    assertThat(TestedVersions.newest("okhttp-99.0.jar", "99.0")).isEqualTo("4.12.1");
    assertThat(TestedVersions.newest("okhttp-2.7.5.jar", "2.7.5")).isEqualTo("4.12.1");
  }

  @Test
  void measures_a_module_by_the_newest_jdk() {
    assertThat(TestedVersions.newest("java.net.http", "17.0.9")).isEqualTo("17");
    assertThat(TestedVersions.newest("java.net.http", "21.0.1")).isEqualTo("25");
    assertThat(TestedVersions.newest("java.net.http", "26")).isEqualTo("25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobodys-1.0.jar", "okhttp.jar", "okhttp-other-1.0.jar", "-1.0.jar", "1.0", "?"})
  void knows_nothing_of_what_is_not_tested(String source) {
    String version = source.contains("1.0") ? "1.0" : null;

    assertThat(TestedVersions.newest(source, version)).isNull();
  }

  @Test
  void each_version_stands_once_behind_the_name_of_its_artifact() {
    List<String> lines = Arrays.asList(Tested.VERSIONS);

    assertThat(lines).contains("jdk 17", "jdk 25", "httpclient5 5.6.5").hasSizeGreaterThan(10);
    assertThat(lines).allMatch(line -> line.matches("[a-z][A-Za-z0-9._-]* [0-9][A-Za-z0-9._-]*"));
  }
}
