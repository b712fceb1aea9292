import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.http.apache.v5.Apache5HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Uses the transports of Google's HTTP client. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      ApacheHttpTransport apache = new ApacheHttpTransport(); // expect: open 2 Apache HttpClient 4 client
      Apache5HttpTransport apache5 = new Apache5HttpTransport(); // expect: open 2 Apache HttpClient 5 client
      responses(keep(new NetHttpTransport())); // which holds nothing itself
      responses(keep(apache));
      responses(keep(apache5));
      errors(apache);
      errors(apache5);
    }
  }

  private static void responses(HttpTransport transport) throws Exception {
    keep(to(transport, Loopback.small()).execute()); // expect: open piled-up 6 Google HTTP client response
    HttpResponse half = to(transport, Loopback.large()).execute(); // expect: open piled-up 6 Google HTTP client response
    half.getContent().read();
    keep(half);
  }

  private static void errors(HttpTransport transport) throws Exception {
    keep(lenient(transport, Loopback.error()).execute()); // expect: open 4 Google HTTP client response
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      CloseableHttpClient closed = keep(HttpClients.createDefault());
      keep(new ApacheHttpTransport(closed)).shutdown();
      CloseableHttpClient given = keep(HttpClients.createDefault());
      to(new ApacheHttpTransport(given), Loopback.small()).execute().disconnect();
      given.close();
      CloseableHttpClient left = HttpClients.createDefault(); // expect: open 2 Apache HttpClient 4 client
      to(new ApacheHttpTransport(keep(left)), Loopback.small()).execute().disconnect();
    }
  }

  static void closed() throws Exception {
    for (HttpTransport transport :
        List.of(new NetHttpTransport(), new ApacheHttpTransport(), new Apache5HttpTransport())) {
      for (int round = 0; round < 2; round++) {
        exchanges(keep(transport));
        failures(transport);
      }
      transport.shutdown();
      transport.shutdown();
    }
    for (int made = 0; made < 6; made++) {
      keep(new ApacheHttpTransport()).shutdown();
      keep(new Apache5HttpTransport()).shutdown();
      keep(new NetHttpTransport());
    }
  }

  private static void exchanges(HttpTransport transport) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.moved(), Loopback.zipped())) {
      keep(to(transport, url).execute()).disconnect();
      keep(to(transport, url).execute()).ignore();
      keep(to(transport, url).execute()).parseAsString();
      keep(to(transport, url).execute()).getContent().close();
      keep(to(transport, url).execute()).getContent().readAllBytes();
      keep(to(transport, url).execute()).download(new ByteArrayOutputStream());
    }
    HttpResponse twice = to(transport, Loopback.large()).execute();
    twice.getContent().read();
    twice.disconnect();
    twice.disconnect();
    keep(to(transport, Loopback.empty()).execute());
    keep(
        transport
            .createRequestFactory()
            .buildHeadRequest(new GenericUrl(Loopback.small()))
            .execute());
    ExecutorService executor = Executors.newSingleThreadExecutor();
    to(transport, Loopback.small()).executeAsync(executor).get().disconnect();
    executor.shutdown();
  }

  private static void failures(HttpTransport transport) throws Exception {
    fail(to(transport, Loopback.error()));
    fail(to(transport, Loopback.refused()));
    keep(lenient(transport, Loopback.error()).execute()).disconnect();
    keep(lenient(transport, Loopback.unmodified()).execute());
    HttpResponse cut = to(transport, Loopback.cut()).execute();
    try {
      cut.disconnect(); // which looks for the end first
    } catch (IOException e) {
      keep(e);
    }
  }


  private static void fail(HttpRequest request) {
    try {
      request.execute();
      throw new AssertionError("was to fail");
    } catch (IOException e) {
      keep(e);
    }
  }

  /** Two transports: one is shut down at once, one late. */
  static void late() throws Exception {
    HttpTransport atOnce = new ApacheHttpTransport();
    HttpTransport late = new Apache5HttpTransport();
    to(late, Loopback.small()).execute().disconnect();
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(late, 500)));
  }

  private static void shutDown(HttpTransport transport, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      transport.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest lenient(HttpTransport transport, String url) throws IOException {
    return to(transport, url).setThrowExceptionOnExecuteError(false);
  }

  private static HttpRequest to(HttpTransport transport, String url) throws IOException {
    return transport.createRequestFactory().buildGetRequest(new GenericUrl(url));
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
