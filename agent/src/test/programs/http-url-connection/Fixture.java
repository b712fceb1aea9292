import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ResponseCache;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/** Streams of HttpURLConnection. */
final class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();
  private static final String XML = "<a><b/></a>";

  static void forgotten() throws Exception {
    Secure secure = new Secure();
    for (int round = 0; round < 2; round++) {
      keep(new URL(Loopback.small()).openStream()); // expect: open 2 HttpURLConnection response stream
      HttpURLConnection half = connection(Loopback.large());
      half.getInputStream().readNBytes(1_000); // expect: open 2 HttpURLConnection response stream
      half.getInputStream().read();
      HttpURLConnection error = connection(Loopback.error());
      keep(error.getResponseCode());
      error.getErrorStream().read(); // expect: open 2 HttpURLConnection response stream
      onlyAsked();
      secure(secure);
      posted();
    }
  }

  /** There is a body, whoever wants it. */
  private static void onlyAsked() throws Exception {
    HttpURLConnection status = connection(Loopback.small());
    status.getResponseCode(); // expect: open 2 HttpURLConnection response stream
    status.getHeaderField("Date");
    HttpURLConnection header = connection(Loopback.small());
    header.getContentType(); // expect: open 2 HttpURLConnection response stream
    header.getResponseCode();
  }

  private static void secure(Secure server) throws Exception {
    HttpURLConnection good = keep(server.connection("/"));
    keep(good.getInputStream()); // expect: open 2 HttpURLConnection response stream
    HttpURLConnection bad = keep(server.connection("/error"));
    bad.getResponseCode();
    keep(bad.getErrorStream()); // expect: open 2 HttpURLConnection response stream
  }

  private static void posted() throws Exception {
    HttpURLConnection posted = connection(Loopback.small());
    posted.setDoOutput(true);
    posted.getOutputStream().write(1);
    CompletableFuture.runAsync(
            () -> {
              try {
                keep(posted.getInputStream()); // expect: open 2 HttpURLConnection response stream
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .join();
  }

  /** Given to what closes it with itself, or does not. */
  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      readers();
      XMLStreamReader doesNotClose =
          XMLInputFactory.newFactory()
              .createXMLStreamReader(
                  new URL(Raw.answering(xml())).openStream()); // expect: open 2 HttpURLConnection response stream
      doesNotClose.next();
      doesNotClose.close();
      keep(doesNotClose);
      jdk();
    }
  }

  private static void readers() throws Exception {
    InputStream lines = new URL(Loopback.large()).openStream();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(keep(lines)))) {
      reader.read();
    }
    try (GZIPInputStream zipped = new GZIPInputStream(connection(Loopback.zipped()).getInputStream())) {
      zipped.read();
    }
    try (Scanner scanner = new Scanner(connection(Loopback.small()).getInputStream())) {
      scanner.next();
    }
  }

  /** The JDK opens streams for itself, and closes them, mostly. */
  private static void jdk() throws Exception {
    keep(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Raw.answering(xml())));
    keep(ImageIO.read(new URL(Loopback.small())) == null);
    URLClassLoader loader =
        keep(new URLClassLoader(new URL[] {new URL("http://" + Loopback.host() + "/classes/")}));
    keep(loader.getResource("small"));
    keep(loader.getResourceAsStream("small"));
    try {
      loader.loadClass("Missing");
      throw new AssertionError("was to be no class file");
    } catch (ClassFormatError e) {
      keep(e);
    }
  }

  private static String[] xml() {
    return new String[] {
      "HTTP/1.1 200 OK", "Content-Type: text/xml", "Content-Length: " + XML.length(), "", XML
    };
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      GARBAGE.add(new URL(Loopback.large()).openStream()); // expect: abandoned 2 HttpURLConnection response stream
      HttpURLConnection status = (HttpURLConnection) new URL(Loopback.small()).openConnection();
      status.getResponseCode(); // expect: abandoned 2 HttpURLConnection response stream
      GARBAGE.add(status);
    }
    GARBAGE.collect();
  }

  static void closed() throws Exception {
    Secure secure = new Secure();
    for (int round = 0; round < 2; round++) {
      read();
      closedOrDisconnected();
      withoutContent();
      failing();
      secured(secure);
      cached();
    }
  }

  private static void read() throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.large(), Loopback.moved())) {
      HttpURLConnection all = connection(url);
      all.getInputStream().readAllBytes();
      all.getInputStream().close();
      keep(all.getHeaderField("Date"));
      all.disconnect();
      keep(all.getInputStream());
      connection(url).getInputStream().transferTo(new ByteArrayOutputStream());
      connection(url).getInputStream().readNBytes(10_000_000);
      InputStream skipped = connection(url).getInputStream();
      while (skipped.skip(100_000) > 0) {
        skipped.available();
      }
      InputStream buffered = connection(url).getInputStream();
      while (buffered.read(new byte[100_000]) >= 0) {
        buffered.available();
      }
      InputStream single = connection(url).getInputStream();
      while (single.read() >= 0) {
        single.available();
      }
    }
    HttpURLConnection error = connection(Loopback.error());
    keep(error.getResponseCode());
    error.getErrorStream().readAllBytes();
    connection(Raw.answering("HTTP/1.0 200 OK", "", "until the end")).getInputStream().readAllBytes();
    connection(
            Raw.answering(
                "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "2", "ab", "0", "", ""))
        .getInputStream()
        .readAllBytes();
  }

  private static void closedOrDisconnected() throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.large(), Loopback.error())) {
      HttpURLConnection closed = connection(url);
      InputStream in = body(closed);
      in.read();
      in.close();
      in.close();
      closed.disconnect();
      keep(body(closed));
      HttpURLConnection disconnected = connection(url);
      body(disconnected).read();
      disconnected.disconnect();
      disconnected.disconnect();
      HttpURLConnection asked = connection(url);
      keep(asked.getResponseCode());
      asked.disconnect();
    }
  }

  /** There is nothing to read or to close. */
  private static void withoutContent() throws Exception {
    keep(connection(Loopback.empty()).getInputStream());
    keep(connection(Loopback.unmodified()).getInputStream());
    keep(connection(Loopback.empty()).getResponseCode());
    keep(
        connection(Raw.answering("HTTP/1.1 200 OK", "Content-Length: 0", "", ""))
            .getInputStream());
    for (String url : List.of(Loopback.small(), Loopback.large(), Loopback.error())) {
      HttpURLConnection head = connection(url);
      head.setRequestMethod("HEAD");
      keep(head.getResponseCode());
      keep(head.getHeaderField("Date"));
      keep(head.getErrorStream());
    }
    HttpURLConnection unused = connection(Loopback.small());
    unused.connect();
    unused.disconnect();
  }

  /** Whoever learns of an error, and leaves it at that, has no stream in hand. */
  private static void failing() throws Exception {
    for (String url : List.of(Loopback.error(), Loopback.refused())) {
      HttpURLConnection failed = connection(url);
      try {
        failed.getInputStream();
        throw new AssertionError("was to fail");
      } catch (IOException e) {
        keep(e);
      }
    }
    keep(connection(Loopback.error()).getResponseCode());
    keep(connection(Loopback.error()).getHeaderField("Date"));
    try (InputStream cut = connection(Loopback.cut()).getInputStream()) {
      cut.readAllBytes(); // 17 takes it for the end
    } catch (IOException e) {
      keep(e);
    }
  }

  private static void secured(Secure server) throws Exception {
    keep(server.connection("/")).getInputStream().readAllBytes();
    try (InputStream closed = keep(server.connection("/")).getInputStream()) {
      closed.read();
    }
    HttpURLConnection disconnected = keep(server.connection("/error"));
    disconnected.getResponseCode();
    keep(disconnected.getErrorStream());
    disconnected.disconnect();
    HttpURLConnection head = keep(server.connection("/error"));
    keep(head.getResponseCode());
  }

  /** The first is read into the cache, the second comes out of it. */
  private static void cached() throws Exception {
    ResponseCache.setDefault(new Cache());
    try {
      keep(connection(Loopback.cacheable())).getInputStream().readAllBytes();
      HttpURLConnection kept = connection(Loopback.cacheable());
      keep(kept.getInputStream());
      if (kept.getHeaderField("X-Kept") == null) {
        throw new AssertionError("was to come out of the cache");
      }
    } finally {
      ResponseCache.setDefault(null);
    }
  }

  static void late() throws Exception {
    System.out.println("clients that hooks close: 0");
    InputStream in = keep(connection(Loopback.large()).getInputStream());
    HttpURLConnection connection = connection(Loopback.large());
    keep(connection.getResponseCode());
    Runtime.getRuntime().addShutdownHook(new Thread(connection::disconnect));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    in.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  private static InputStream body(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() < 400
        ? connection.getInputStream()
        : connection.getErrorStream();
  }

  private static HttpURLConnection connection(String url) throws IOException {
    return keep((HttpURLConnection) new URL(url).openConnection());
  }

  private static <T> T keep(T value) {
    synchronized (KEPT) {
      KEPT.add(value);
    }
    return value;
  }

  private Fixture() {}
}
