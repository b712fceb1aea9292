package dev.ajar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatGatewayTest {

  private static StubBackends backends;
  private static ChatGateway gateway;
  private static String outcome;

  @BeforeAll
  static void sends_the_usual_traffic() throws Exception {
    backends = new StubBackends();
    gateway = new ChatGateway(backends, 0);
    outcome = new Traffic(gateway.address()).send(Traffic.USUAL_REQUESTS);
  }

  @AfterAll
  static void stops_everything() {
    gateway.close();
    backends.close();
  }

  @Test
  void answers_every_request_of_the_usual_traffic() {
    assertThat(outcome).isEqualTo("1400 requests, 1394 answered 200, 6 answered 503");
  }

  @Test
  void keeps_what_the_comments_say_it_leaves_open() throws Exception {
    assertThat(Json.text(get("/usage"), "conversations")).isEqualTo("500");
    assertThat(Json.text(get("/usage"), "tenants")).isEqualTo("20");
    assertThat(Json.text(get("/usage"), "deliveries")).isEqualTo("40");
    assertThat(Json.text(get("/usage"), "refusals")).isEqualTo("6");
  }

  @Test
  void reads_refusals_from_the_responses_that_it_keeps() throws Exception {
    String ofEmbeddings = Json.object("backend", "embeddings", "retryAfter", 2);
    String ofLlm = Json.object("backend", "llm", "retryAfter", 2);
    assertThat(get("/refusals").replaceAll("[\\[\\]]", "").split("(?<=}),", -1))
        .containsExactlyInAnyOrder(ofEmbeddings, ofEmbeddings, ofEmbeddings, ofLlm, ofLlm, ofLlm);
  }

  @Test
  void finds_all_back_ends_in_good_health() throws Exception {
    assertThat(get("/health"))
        .isEqualTo(
            Json.object(
                backends.addresses().keySet().stream()
                    .flatMap(name -> Stream.of(name, "answers 200"))
                    .toArray()));
  }

  @Test
  void tells_a_caller_which_parameter_is_missing() throws Exception {
    assertThat(get("/chat?id=1")).isEqualTo(Json.object("error", "missing parameter tenant"));
  }

  private static String get(String path) throws IOException, InterruptedException {
    URI address = gateway.address().resolve(path);
    var request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
