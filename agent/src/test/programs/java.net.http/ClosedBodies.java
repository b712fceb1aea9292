import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Ends bodies of the JDK's client in all the ways there are. */
final class ClosedBodies {

  private static final List<Object> KEPT = new ArrayList<>();

  static void all(HttpClient client) throws Exception {
    read(client);
    closed(client);
    lines(client);
    withoutContent(client);
    ofOtherHandlers(client);
    failing(client);
  }

  private static void read(HttpClient client) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.large(), Loopback.error())) {
      open(client, url).readAllBytes();
      open(client, url).transferTo(new ByteArrayOutputStream());
      open(client, url).readNBytes(10_000_000);
      InputStream skipped = open(client, url);
      while (skipped.skip(8_000) > 0) {
        skipped.available();
      }
      InputStream buffered = open(client, url);
      while (buffered.read(new byte[100_000]) >= 0) {
        buffered.available();
      }
    }
    InputStream single = open(client, Loopback.small());
    while (single.read() >= 0) {
      single.available();
    }
    InputStream exact = open(client, Loopback.small());
    exact.readNBytes("a small answer".length());
    exact.skip(1);
  }

  private static void closed(HttpClient client) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.large(), Loopback.error())) {
      open(client, url).close();
      try (InputStream half = open(client, url)) {
        half.readNBytes(10);
        half.close();
      }
    }
    HttpRequest request = request(Loopback.large());
    client
        .sendAsync(request, BodyHandlers.ofInputStream())
        .thenAccept(response -> close(response.body()))
        .join();
    InputStream interrupted = open(client, Loopback.large());
    Thread.currentThread().interrupt();
    try {
      interrupted.readAllBytes(); // later versions close it, 17 goes on to the end
    } catch (IOException e) {
      keep(e);
    }
    Thread.interrupted();
  }

  private static void lines(HttpClient client) throws Exception {
    HttpRequest small = request(Loopback.small());
    keep(client.send(small, BodyHandlers.ofLines())).body().forEach(line -> {});
    try (Stream<String> lines = client.send(small, BodyHandlers.ofLines()).body()) {
      keep(lines);
    }
  }

  /** There is nothing to read or to close. */
  private static void withoutContent(HttpClient client) throws Exception {
    open(client, Loopback.empty());
    open(client, Loopback.unmodified());
    open(client, Raw.answering("HTTP/1.1 200 OK", "Content-Length: 0", "", ""));
    open(client, Raw.answering("HTTP/1.1 404 No", "Transfer-Encoding: chunked", "", "0", "", ""));
    open(client, Raw.answering("HTTP/1.0 500 No", "", ""));
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(Loopback.large()))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    keep(client.send(head, BodyHandlers.ofInputStream()));
    keep(client.send(head, BodyHandlers.ofLines()));
    keep(client.sendAsync(head, BodyHandlers.ofInputStream()).join());
  }

  private static void ofOtherHandlers(HttpClient client) throws Exception {
    Path file = Files.createTempFile("body", "");
    for (String url : List.of(Loopback.large(), Loopback.error(), Loopback.empty())) {
      List<BodyHandler<?>> handlers =
          List.of(
              BodyHandlers.ofString(),
              BodyHandlers.ofByteArray(),
              BodyHandlers.discarding(),
              BodyHandlers.replacing("nothing"),
              BodyHandlers.ofByteArrayConsumer(bytes -> {}),
              BodyHandlers.ofFile(file));
      for (BodyHandler<?> handler : handlers) {
        keep(client.send(request(url), handler));
        keep(client.sendAsync(request(url), handler).join());
      }
    }
    Files.delete(file);
  }

  private static void failing(HttpClient client) throws Exception {
    InputStream cut = open(client, Loopback.cut());
    try {
      cut.readAllBytes();
      throw new AssertionError("was to break off");
    } catch (IOException e) {
      keep(e);
    }
    try {
      client.send(request(Loopback.refused()), BodyHandlers.ofInputStream());
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
    HttpRequest moved = request(Loopback.moved());
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    keep(following.send(moved, BodyHandlers.ofInputStream())).body().readAllBytes();
    HttpRequest late =
        HttpRequest.newBuilder(URI.create(Loopback.small())).timeout(Duration.ofNanos(1)).build();
    CompletableFuture<HttpResponse<InputStream>> response =
        client.sendAsync(late, BodyHandlers.ofInputStream());
    try {
      response.join().body().close();
    } catch (CompletionException e) {
      keep(e);
    }
  }

  private static InputStream open(HttpClient client, String url) throws Exception {
    return keep(client.send(request(url), BodyHandlers.ofInputStream())).body();
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static <T> T keep(T closed) {
    KEPT.add(closed);
    return closed;
  }

  private ClosedBodies() {}
}
