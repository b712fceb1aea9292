package dev.ajar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Without the agent. */
class AjarTest {

  @Test
  void does_nothing_without_the_agent() {
    assertThatCode(
            () -> {
              Ajar.Scope scope = Ajar.scope("tenant-7");
              Ajar.mark("after warm-up");
              scope.close();
              scope.close();
            })
        .doesNotThrowAnyException();
    assertThat(Ajar.openClients()).isEmpty();
    assertThat(Ajar.isWatching()).isFalse();
  }

  @Test
  void says_in_a_failed_assertion_what_is_open_and_where() {
    var open =
        new Ajar.OpenClients("OkHttp client", "okhttp3.OkHttpClient", "app.Api.a(A.java:1)", 3);

    assertThat(open).hasToString("3 x OkHttp client, opened at app.Api.a(A.java:1)");
  }
}
