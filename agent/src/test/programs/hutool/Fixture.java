import cn.hutool.core.io.IORuntimeException;
import cn.hutool.http.HttpException;
import cn.hutool.http.HttpRequest;
import cn.hutool.http.HttpResponse;
import cn.hutool.http.HttpUtil;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Responses of Hutool, left open, dropped and closed. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final int ROUNDS = 2;

  static void forgotten() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      keep(HttpRequest.get(Loopback.small()).executeAsync()); // expect: open 2 Hutool response
      keep(HttpUtil.createGet(Loopback.large()).execute(true)); // expect: open 2 Hutool response
      HttpResponse refused =
          HttpRequest.get(Loopback.error()) //
              .executeAsync(); // expect: open 2 Hutool response
      keep(refused).getStatus();
      HttpResponse half = keep(HttpRequest.get(Loopback.large()).executeAsync()); // expect: open 2 Hutool response
      half.bodyStream().read();
      keep(
          HttpRequest.get(Loopback.moved())
              .setMaxRedirectCount(3)
              .executeAsync()); // expect: open 2 Hutool response
    }
    for (int made = 0; made < 5; made++) {
      keep(HttpRequest.get(Loopback.small()).executeAsync()); // expect: open piled-up 5 Hutool response
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < ROUNDS; round++) {
      garbage.add(HttpRequest.get(Loopback.small()).executeAsync()); // expect: abandoned 2 Hutool response
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      readAtOnce();
      readLater();
      refused();
    }
  }

  private static void readAtOnce() {
    keep(HttpRequest.get(Loopback.small()).execute());
    keep(HttpRequest.get(Loopback.large()).execute());
    keep(HttpRequest.get(Loopback.error()).execute());
    keep(HttpRequest.get(Loopback.empty()).execute());
    keep(HttpRequest.head(Loopback.small()).execute());
    keep(HttpRequest.get(Loopback.zipped()).execute());
    keep(HttpRequest.get(Loopback.cut()).execute());
    keep(HttpRequest.get(Loopback.moved()).setMaxRedirectCount(3).execute());
    keep(HttpUtil.get(Loopback.small()));
    keep(HttpUtil.post(Loopback.small(), "a body"));
    keep(HttpUtil.downloadString(Loopback.small(), "UTF-8"));
    HttpUtil.download(Loopback.small(), new ByteArrayOutputStream(), true);
  }

  private static void readLater() throws Exception {
    try (HttpResponse response = keep(HttpRequest.get(Loopback.large()).executeAsync())) {
      response.getStatus();
    }
    HttpResponse twice = keep(HttpRequest.get(Loopback.error()).executeAsync());
    twice.close();
    twice.close();
    keep(HttpRequest.get(Loopback.large()).executeAsync()).bodyBytes();
    keep(HttpRequest.get(Loopback.small()).executeAsync()).sync();
    HttpResponse written = keep(HttpRequest.get(Loopback.small()).executeAsync());
    written.writeBody(new ByteArrayOutputStream(), true, null);
    InputStream body = keep(HttpRequest.get(Loopback.zipped()).executeAsync()).bodyStream();
    body.readAllBytes();
    keep(HttpRequest.get(Loopback.empty()).executeAsync()).close();
  }

  private static void refused() {
    try {
      keep(HttpRequest.get(Loopback.refused()).execute());
      throw new AssertionError("was to be refused");
    } catch (HttpException | IORuntimeException e) {
      keep(e);
    }
  }

  static void late() {
    System.out.println("clients that hooks close: 0");
    HttpResponse response = keep(HttpRequest.get(Loopback.large()).executeAsync());
    Runtime.getRuntime().addShutdownHook(new Thread(response::close));
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
