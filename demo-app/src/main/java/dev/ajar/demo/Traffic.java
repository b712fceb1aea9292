package dev.ajar.demo;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A day of the gateway's callers in some seconds: rounds of fourteen requests from 32 threads.
 *
 * <p>What the nth request is depends on n alone, so that equal runs leave equal things open.
 */
final class Traffic {

  /** A hundred rounds: 500 conversations of one or two turns, 20 tenants, 40 webhooks. */
  static final int USUAL_REQUESTS = 1400;

  private static final int REQUESTS_OF_A_ROUND = 14;
  private static final int CHATS_OF_A_ROUND = 9;
  private static final Set<Integer> ROUNDS_OVER_QUOTA = Set.of(25, 50, 75);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI gateway;

  Traffic(URI gateway) {
    this.gateway = gateway;
  }

  /** Sends the requests, waits for all answers, and says in one line how they were answered. */
  String send(int requests) throws InterruptedException {
    ExecutorService drivers = Executors.newFixedThreadPool(32, Daemons.numbered("driver"));
    var calls = IntStream.range(0, requests).mapToObj(this::call).toList();
    var counts = new TreeMap<String, Integer>();
    for (var outcome : drivers.invokeAll(calls)) {
      counts.merge(outcome(outcome), 1, Integer::sum);
    }
    drivers.shutdown();
    return counts.entrySet().stream()
        .map(count -> ", " + count.getValue() + " " + count.getKey())
        .collect(joining("", requests + " requests", ""));
  }

  private Callable<Integer> call(int n) {
    return () -> http.send(request(n), BodyHandlers.discarding()).statusCode();
  }

  private static String outcome(Future<Integer> status) throws InterruptedException {
    try {
      return "answered " + status.get();
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException ? "unanswered" : "failed with " + e.getCause();
    }
  }

  private HttpRequest request(int n) {
    int round = n / REQUESTS_OF_A_ROUND;
    int place = n % REQUESTS_OF_A_ROUND;
    String text = ROUNDS_OVER_QUOTA.contains(round) ? StubBackends.OVER_QUOTA : "What is ajar?";
    return switch (place) {
      case 9 -> post("/guest", "Is a door a jar?");
      case 10 -> post("/complete", text);
      case 11 -> post(round % 5 < 2 ? "/archive?notify" : "/archive", text);
      case 12 -> post("/embed", text);
      case 13 -> to(round % 2 == 0 ? "/usage" : "/health").build();
      default -> chat(round * CHATS_OF_A_ROUND + place);
    };
  }

  private HttpRequest chat(int turn) {
    return post("/chat?tenant=tenant-" + turn % 20 + "&id=" + turn % 500, "What is a jar?");
  }

  private HttpRequest post(String path, String text) {
    return to(path).POST(BodyPublishers.ofString(text)).build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofMinutes(1));
  }
}
