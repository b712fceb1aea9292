import com.github.mizosoft.methanol.HttpCache;
import com.github.mizosoft.methanol.Methanol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Caches of Methanol, left open, given to clients, dropped and closed; its clients are the JDK's. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final int ROUNDS = 2;
  private static final int SIZE = 10_000_000;

  static void forgotten() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      HttpCache.Builder builder = HttpCache.newBuilder().cacheOnDisk(directory(), SIZE);
      keep(builder.build()); // expect: open 2 Methanol cache
      keep(Methanol.create());
      keep(HttpCache.newBuilder().cacheOnMemory(SIZE).build());
    }
    for (int made = 0; made < 5; made++) {
      busy();
    }
  }

  private static void busy() throws Exception {
    Methanol client =
        Methanol.newBuilder() //
            .userAgent("Fixture")
            .build(); // expect: open piled-up 5 java.net.http client
    keep(client);
    get(client, Loopback.small());
    get(client, Loopback.error());
    client.sendAsync(request(Loopback.small()), BodyHandlers.ofString()).get();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 5; round++) {
      HttpCache.Builder builder = HttpCache.newBuilder().cacheOnDisk(directory(), SIZE);
      HttpCache cache = keep(builder.build()); // expect: open piled-up 5 Methanol cache
      Methanol client = Methanol.newBuilder().cache(cache).build(); // expect: open piled-up 5 java.net.http client
      get(keep(client), Loopback.cacheable());
      get(client, Loopback.cacheable());
      HttpClient given = keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
      get(keep(Methanol.newBuilder(given).build()), Loopback.small());
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < ROUNDS; round++) {
      HttpCache.Builder builder = HttpCache.newBuilder().cacheOnDisk(directory(), SIZE);
      garbage.add(builder.build()); // expect: abandoned 2 Methanol cache
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (HttpCache cache = keep(cache(directory()))) {
        answers(Methanol.newBuilder().cache(cache).build());
      }
      HttpCache twice = keep(cache(directory()));
      twice.close();
      twice.close();
      keep(cache(directory())).dispose();
      Path used = directory();
      cache(used).close();
      cache(used).dispose();
    }
    if (Runtime.version().feature() >= 21 && isCloseable()) {
      for (int made = 0; made < 3; made++) {
        closedClients();
      }
    }
  }

  private static void closedClients() throws Exception {
    for (String method : List.of("close", "shutdown", "shutdownNow")) {
      HttpClient made = keep(Methanol.create());
      get(made, Loopback.small());
      HttpClient.class.getMethod(method).invoke(made);
      HttpClient given = keep(HttpClient.newHttpClient());
      HttpClient.class.getMethod(method).invoke(keep(Methanol.newBuilder(given).build()));
    }
  }

  /** From 1.8 on its client closes that of the JDK. */
  private static boolean isCloseable() {
    for (Class<?> nested : Methanol.class.getDeclaredClasses()) {
      if (nested.getSimpleName().equals("MethanolForJava21AndLater")) {
        return true;
      }
    }
    return false;
  }

  private static void answers(Methanol client) throws Exception {
    keep(client);
    get(client, Loopback.cacheable());
    get(client, Loopback.cacheable());
    get(client, Loopback.large());
    get(client, Loopback.error());
    get(client, Loopback.empty());
    get(client, Loopback.zipped());
    try {
      get(client, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  static void late() {
    System.out.println("clients that hooks close: " + ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      HttpCache cache = keep(cache(directory()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(cache)));
    }
  }

  private static void close(HttpCache cache) {
    try {
      cache.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void get(HttpClient client, String url) throws Exception {
    client.send(request(url), BodyHandlers.ofString());
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  private static HttpCache cache(Path directory) {
    return HttpCache.newBuilder().cacheOnDisk(directory, SIZE).build();
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("cache");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
