package dev.ajar.demo;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpResponse;

/** Asks every back end whether it answers, with a client that is made and closed for each. */
final class HealthCheck {

  private final Map<String, URI> backends;

  HealthCheck(Map<String, URI> backends) {
    this.backends = new TreeMap<>(backends);
  }

  /** The status of each back end, in the order of their names. */
  String page() {
    return Json.object(
        backends.entrySet().stream()
            .flatMap(backend -> Stream.of(backend.getKey(), status(backend.getValue())))
            .toArray());
  }

  private static String status(URI backend) {
    try (var http = HttpClients.createDefault()) { // expect: churn 450 Apache HttpClient 5 client
      return "answers " + http.execute(new HttpGet(backend), HttpResponse::getCode);
    } catch (IOException e) {
      return "fails: " + e.getMessage();
    }
  }
}
