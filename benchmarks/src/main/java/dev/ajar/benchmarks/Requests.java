package dev.ajar.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Makes requests with one client, one after the other, each answer read to its end and closed. For
 * each line of standard input, a time in ms, it does so for that long and prints requests a second.
 */
public final class Requests {

  /** One request, answered and closed. */
  private interface Client {
    void request() throws IOException, InterruptedException;
  }

  /** The first argument names the client, the second is the URL. */
  public static void main(String... args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "apache5" -> {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
          obey(() -> apache(client, args[1]));
        }
      }
      case "okhttp" -> {
        OkHttpClient client = new OkHttpClient();
        obey(() -> okHttp(client, args[1]));
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
      }
      case "java.net.http" -> {
        HttpClient client = HttpClient.newHttpClient();
        obey(() -> jdk(client, args[1]));
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void obey(Client client) throws IOException, InterruptedException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String millis = commands.readLine(); millis != null; millis = commands.readLine()) {
      long start = System.nanoTime();
      long end = start + Long.parseLong(millis) * 1_000_000;
      long now = start;
      int requests = 0;
      while (now < end) {
        client.request();
        requests++;
        now = System.nanoTime();
      }
      System.out.println(requests * 1e9 / (now - start));
    }
  }

  @SuppressWarnings("deprecation") // it hands out the response, which is what Ajar follows
  private static void apache(CloseableHttpClient client, String url) throws IOException {
    try (CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      EntityUtils.consume(response.getEntity());
    }
  }

  private static void okHttp(OkHttpClient client, String url) throws IOException {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      response.body().bytes();
    }
  }

  private static void jdk(HttpClient client, String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try (InputStream body =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      body.readAllBytes();
    }
  }

  private Requests() {}
}
