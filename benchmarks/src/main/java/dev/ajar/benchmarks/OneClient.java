package dev.ajar.benchmarks;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A program that makes one HTTP client and closes it. */
public final class OneClient {

  /** Makes it, closes it and prints a word. */
  public static void main(String... args) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      System.out.println(client == null ? "none" : "one");
    }
  }

  private OneClient() {}
}
