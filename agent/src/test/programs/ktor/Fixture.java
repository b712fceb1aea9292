import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.HttpClientEngine;
import io.ktor.client.engine.HttpClientEngineConfig;
import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.apache5.Apache5;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.engine.java.Java;
import io.ktor.client.engine.okhttp.OkHttp;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpStatement;
import java.util.ArrayList;
import java.util.List;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

/** Clients and engines of Ktor, left open, given engines, dropped and closed. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final int ROUNDS = 2;

  private static final List<HttpClientEngineFactory<? extends HttpClientEngineConfig>> FACTORIES =
      List.of(CIO.INSTANCE, Java.INSTANCE, OkHttp.INSTANCE, Apache5.INSTANCE);

  static void forgotten() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      HttpClient unused = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE); // expect: open 2 Ktor client
      keep(unused);
      HttpClient java = HttpClientKt.HttpClient(Java.INSTANCE, config -> Unit.INSTANCE); // expect: open 2 Ktor client
      get(keep(java), Loopback.small());
      HttpClient okhttp = HttpClientKt.HttpClient(OkHttp.INSTANCE, config -> Unit.INSTANCE); // expect: open 2 Ktor client
      get(keep(okhttp), Loopback.small());
      HttpClient five = HttpClientKt.HttpClient(Apache5.INSTANCE, config -> Unit.INSTANCE); // expect: open 2 Ktor client
      get(keep(five), Loopback.small());
      busy();
    }
  }

  private static void busy() throws Exception {
    HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE); // expect: open 2 Ktor client
    get(keep(client), Loopback.small());
    get(client, Loopback.large());
    get(client, Loopback.error());
  }

  static void owned() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (HttpClientEngineFactory<? extends HttpClientEngineConfig> factory : FACTORIES) {
        given(factory);
        givenAndClosed(factory);
        derived(factory);
      }
    }
  }

  /** No close of a client closes the engine that it was given. */
  private static void given(HttpClientEngineFactory<?> factory) throws Exception {
    HttpClientEngine engine = factory.create(config -> Unit.INSTANCE); // expect: open piled-up 8 Ktor engine
    HttpClient client = HttpClientKt.HttpClient(keep(engine), config -> Unit.INSTANCE);
    get(keep(client), Loopback.small());
    client.close();
  }

  private static void givenAndClosed(HttpClientEngineFactory<?> factory) throws Exception {
    HttpClientEngine engine = keep(factory.create(config -> Unit.INSTANCE));
    HttpClient client = HttpClientKt.HttpClient(engine, config -> Unit.INSTANCE);
    get(keep(client), Loopback.small());
    engine.close();
  }

  private static void derived(HttpClientEngineFactory<?> factory) throws Exception {
    HttpClient client = keep(HttpClientKt.HttpClient(factory, config -> Unit.INSTANCE));
    get(keep(client.config(config -> Unit.INSTANCE)), Loopback.small());
    get(client, Loopback.small());
    client.close();
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < ROUNDS; round++) {
      drop(garbage);
    }
    garbage.collect();
  }

  private static void drop(Garbage garbage) {
    HttpClient client = HttpClientKt.HttpClient(Java.INSTANCE, config -> Unit.INSTANCE); // expect: abandoned 2 Ktor client
    garbage.add(client);
    garbage.add(client.getEngine());
  }

  static void closed() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (HttpClientEngineFactory<? extends HttpClientEngineConfig> factory : FACTORIES) {
        closed(factory);
      }
      try {
        Class<?> apache = Class.forName("io.ktor.client.engine.apache.Apache");
        closed((HttpClientEngineFactory<?>) apache.getField("INSTANCE").get(null));
      } catch (ClassNotFoundException e) {
        keep(e); // that engine is not on every class path
      }
    }
  }

  private static void closed(HttpClientEngineFactory<?> factory) throws Exception {
    keep(HttpClientKt.HttpClient(factory, config -> Unit.INSTANCE)).close();
    HttpClient client = keep(HttpClientKt.HttpClient(factory, config -> Unit.INSTANCE));
    answers(client);
    client.close();
    client.close();
    HttpClientEngine engine = keep(factory.create(config -> Unit.INSTANCE));
    engine.close();
    engine.close();
  }

  private static void answers(HttpClient client) throws Exception {
    get(client, Loopback.small());
    get(client, Loopback.large());
    get(client, Loopback.error());
    get(client, Loopback.moved());
    get(client, Loopback.empty());
    failing(client, Loopback.refused());
    cutOff(client);
  }

  private static void failing(HttpClient client, String url) {
    try {
      get(client, url);
      throw new AssertionError("was to fail");
    } catch (Exception e) {
      keep(e);
    }
  }

  /** Of some engines and versions, half an answer is one. */
  private static void cutOff(HttpClient client) {
    try {
      get(client, Loopback.cut());
    } catch (Exception e) {
      keep(e);
    }
  }

  static void late() throws Exception {
    System.out.println("clients that hooks close: " + ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE);
      get(keep(client), Loopback.small());
      Runtime.getRuntime().addShutdownHook(new Thread(client::close));
    }
  }

  private static void get(HttpClient client, String url) throws Exception {
    HttpRequestBuilder request = new HttpRequestBuilder();
    HttpRequestKt.url(request, url);
    HttpStatement statement = new HttpStatement(request, client);
    HttpResponse response = waitFor(statement);
    keep(response.getStatus());
  }

  private static HttpResponse waitFor(HttpStatement statement) throws InterruptedException {
    return (HttpResponse)
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE, (scope, caller) -> statement.execute(caller));
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
