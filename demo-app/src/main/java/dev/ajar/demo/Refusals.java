package dev.ajar.demo;

import static java.util.stream.Collectors.joining;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The refusals of the back ends, kept for the operator's page. */
final class Refusals {

  private final Queue<Refusal> kept = new ConcurrentLinkedQueue<>();

  /**
   * Keeps one.
   *
   * @param retryAfter seconds after which the back end may be asked again; read at each look
   */
  void add(String backend, Supplier<String> retryAfter) {
    kept.add(new Refusal(backend, retryAfter));
  }

  int count() {
    return kept.size();
  }

  String page() {
    return kept.stream().map(Refusal::line).collect(joining(",", "[", "]"));
  }

  private record Refusal(String backend, Supplier<String> retryAfter) {

    String line() {
      return Json.object("backend", backend, "retryAfter", retryAfter.get());
    }
  }
}
