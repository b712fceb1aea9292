package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://api.example.org                                  | api.example.org
          https://api.example.org:8443/v1/keys?token=secret#top   | api.example.org:8443
          https://api.example.org/a?to=https://me:pw@other.org/   | api.example.org
          https://me:secret@api.example.org:8443/a?b GET          | api.example.org:8443
          https://me@there:secret@api.example.org/                | api.example.org
          https://api.example.org?token=secret                    | api.example.org
          https://api.example.org#secret                          | api.example.org
          https://api.example.org\\secret                          | api.example.org
          https://api.example.org secret                          | api.example.org
          http://10.0.0.7:80/                                     | 10.0.0.7:80
          http://[2001:db8::1]:8080/secret                        | [2001:db8::1]:8080
          http://me:secret@[::1]/secret                           | [::1]
          http://order_service:8080/                              | order_service:8080
          http://bücher.example/                                  | bücher.example
          http://localhost:/                                      | localhost:
          wss://feed.example.org/live                             | feed.example.org
          {uri=http://api.example.org:81/a?b=c, method=GET}       | api.example.org:81
          """)
  void keeps_host_and_port_and_nothing_else(String text, String host) {
    assertThat(Target.in(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/secret/path",
        "secret/path?token=secret",
        "?token=secret",
        "#secret",
        "/login?back=https://me:secret@api.example.org/",
        "secret?back=https://api.example.org/",
        "://secret",
        "{uri=://secret",
        "{uri=/secret?back=https://api.example.org/, method=GET}",
        "http:///secret",
        "http://",
        "http://?secret",
        "http://me:secret@",
        "http://me:secret@/path",
        "http://me:se/cret@api.example.org/",
        "http://me:se?cret@api.example.org/",
        "http://me:secret/@api.example.org/",
        "http://[::1",
        "http://[::1/]secret",
        "http://:8080/",
        "http://api.example.org:secret/",
        "http://api.example.org:80:secret/",
        "http://secret%2Fpath@/",
        "http://%73ecret/",
        "http://host;secret/",
        "http://user,secret/",
        "mailto:secret@example.org",
        "com.acme.Request@1f2e3d4c",
        "GET /secret HTTP/1.1",
        " http://secret.example.org/"
      })
  void names_no_host_where_there_is_none(String text) {
    assertThat(Target.in(text)).isNull();
  }

  @Test
  void names_no_host_that_is_longer_than_a_host_can_be() {
    assertThat(Target.in("http://" + "a".repeat(255) + "/")).hasSize(255);
    assertThat(Target.in("http://" + "a".repeat(256) + "/")).isNull();
  }

  @Test
  void knows_the_text_of_the_requests_of_java_net_http() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://api.example.org:8443/secret?token=abc")).build();

    assertThat(Target.in(request.toString())).isEqualTo("api.example.org:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.org",
        "api.example.org:8443",
        "10.0.0.7:80",
        "[2001:db8::1]:443",
        "order_service"
      })
  void keeps_a_host_as_it_is(String host) {
    assertThat(Target.host(host)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ":80",
        "/tmp/secret.socket",
        "local:secret",
        "me:secret@api.example.org",
        "api.example.org/secret",
        "http://api.example.org",
        "a secret"
      })
  void keeps_nothing_of_what_is_no_host(String text) {
    assertThat(Target.host(text)).isNull();
  }

  @Test
  void names_the_host_of_an_address_without_looking_it_up() throws IOException {
    InetAddress named = InetAddress.getByAddress("api.example.org", new byte[] {10, 0, 0, 7});
    InetAddress nameless = InetAddress.getByAddress(new byte[] {10, 0, 0, 7});
    byte[] loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    InetAddress six = InetAddress.getByAddress(loopback);

    assertThat(Target.host(InetSocketAddress.createUnresolved("api.example.org", 80)))
        .isEqualTo("api.example.org:80");
    assertThat(Target.host(new InetSocketAddress(named, 80))).isEqualTo("api.example.org:80");
    assertThat(Target.host(new InetSocketAddress(nameless, 80))).isEqualTo("10.0.0.7:80");
    assertThat(Target.host(new InetSocketAddress(six, 80))).isEqualTo("[0:0:0:0:0:0:0:1]:80");
  }

  @Test
  void gives_nothing_away_whatever_the_text() {
    Random random = new Random(20261121);
    String alphabet = "ab1:/?#@[]\\ .%;=&-_\u00e9\u0000\n";
    for (int times = 0; times < 50_000; times++) {
      StringBuilder text = new StringBuilder(times % 2 == 0 ? "http://" : "");
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String host = Target.in(text.toString());
      if (host != null) {
        assertThat(host)
            .as(text.toString())
            .matches("(\\[[^/?#@\\\\\\s]*\\])?[ab1.\\-_\u00e9]*(:1*)?");
        assertThat(text.toString()).startsWith("http://").contains(host);
      }
    }
  }
}
