package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Api,        com.acme.Api",
    "com.acme.*,          com.acme.Api",
    "com.*.Api,           com.acme.Api",
    "*.acme.A*,           com.acme.Api",
    "com.acme.**,         com.acme.deep.er.Api.call",
    "**.Api,              com.acme.Api",
    "**Api**,             com.acme.Api",
    "com.**.Api.*,        com.acme.deep.Api.call",
    "com.acme.Api**,      com.acme.Api",
    "com.acme.Api*,       com.acme.Api$Inner",
    "***,                 a.b",
    "a.***.b,             a.x.y.b",
  })
  void matches(String pattern, String name) {
    assertThat(Wildcard.matches(pattern, name, '.')).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Api,   com.acme.Apis",
    "com.acme.Api,   com.acme.Ap",
    "com.acme.*,     com.acme.deep.Api",
    "com.acme.**,    com.acmes.Api",
    "com.acme.**,    com.acme",
    "com.*,          org.acme",
    "*,              a.b",
    "*.b,            a.x.b",
    "**.b,           a.c",
    "com.acme.A?i,   com.acme.Api",
    "com.acme.Api*x, com.acme.Api",
  })
  void does_not_match(String pattern, String name) {
    assertThat(Wildcard.matches(pattern, name, '.')).isFalse();
  }

  @Test
  void crosses_dots_where_a_name_has_no_segments() {
    assertThat(Wildcard.matches("okhttp-4.*", "okhttp-4.12.0.jar", Wildcard.NO_SEGMENTS)).isTrue();
    assertThat(Wildcard.matches("okhttp-4.*", "okhttp-5.0.jar", Wildcard.NO_SEGMENTS)).isFalse();
  }

  @Test
  void takes_no_time_for_a_hostile_pattern() {
    String pattern = "**a".repeat(1_000) + "b";

    assertThat(Wildcard.matches(pattern, "a".repeat(2_000), '.')).isFalse();
  }
}
