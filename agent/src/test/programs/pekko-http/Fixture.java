import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.http.javadsl.ConnectHttp;
import org.apache.pekko.http.javadsl.HostConnectionPool;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import scala.util.Try;

/** Actor systems through which a client of Pekko HTTP asks, and such as nothing is asked through. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Config QUIET =
      ConfigFactory.parseString(
              "pekko { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off, "
                  + "http.host-connection-pool.max-retries = 0 }")
          .withFallback(ConfigFactory.load());
  private static final Config UNHOOKED =
      ConfigFactory.parseString("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off")
          .withFallback(QUIET);

  static void forgotten() throws Exception {
    busy();
    for (int made = 0; made < 5; made++) {
      ActorSystem system = keep(ActorSystem.create("forgotten", UNHOOKED)); // expect: open piled-up 5 Pekko HTTP actor system
      check(get(system, Loopback.small()) == 200);
    }
    for (int round = 0; round < 2; round++) {
      keep(ActorSystem.create("unused", UNHOOKED));
      ActorSystem server = keep(ActorSystem.create("server", UNHOOKED));
      serve(server);
      ActorSystem refused = keep(ActorSystem.create("refused", UNHOOKED)); // expect: open 2 Pekko HTTP actor system
      refused(refused);
      ActorSystem pooled = keep(ActorSystem.create("pooled", UNHOOKED)); // expect: open 2 Pekko HTTP actor system
      pool(pooled);
    }
  }

  private static void busy() throws Exception {
    for (int made = 0; made < 2; made++) {
      ActorSystem system = keep(ActorSystem.create("busy", UNHOOKED)); // expect: open 2 Pekko HTTP actor system
      for (int asked = 0; asked < 3; asked++) {
        check(get(system, Loopback.small()) == 200);
      }
    }
  }

  /** What shuts down the pools, or a materializer, does not terminate the system. */
  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      ActorSystem system = keep(ActorSystem.create("owned", UNHOOKED)); // expect: open 2 Pekko HTTP actor system
      Materializer materializer = Materializer.createMaterializer(system);
      check(get(system, Loopback.small()) == 200);
      materializer.shutdown();
      Http.get(system).shutdownAllConnectionPools().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  static void closed() throws Exception {
    ActorSystem system = keep(ActorSystem.create("closed", QUIET));
    check(get(system, Loopback.small()) == 200);
    check(get(system, Loopback.error()) == 500);
    check(get(system, Loopback.empty()) == 204);
    check(get(system, Loopback.unmodified()) == 304);
    check(get(system, Loopback.large()) == 200);
    check(ask(system, HttpRequest.create(Loopback.small()).withMethod(HttpMethods.HEAD)) == 200);
    cut(system);
    refused(system);
    pool(system);
    Http.get(system).shutdownAllConnectionPools().toCompletableFuture().get(10, TimeUnit.SECONDS);
    check(get(system, Loopback.small()) == 200);
    system.terminate();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
    ActorSystem once = keep(ActorSystem.create("once", UNHOOKED));
    check(get(once, Loopback.small()) == 200);
    once.terminate();
    keep(ActorSystem.create("unused", UNHOOKED)).terminate();
  }

  /** Pekko's own hook terminates a system, if it is there and may. */
  static void late() throws Exception {
    for (int round = 0; round < 2; round++) {
      ActorSystem own = keep(ActorSystem.create("own", QUIET));
      check(get(own, Loopback.small()) == 200);
      keep(CoordinatedShutdown.get(own)); // adds the hook
      ActorSystem system = keep(ActorSystem.create("late", UNHOOKED));
      check(get(system, Loopback.small()) == 200);
      Runtime.getRuntime().addShutdownHook(new Thread(system::terminate));
    }
    System.out.println("clients that hooks close: 4");
  }

  private static int get(ActorSystem system, String url) throws Exception {
    return ask(system, HttpRequest.create(url));
  }

  private static int ask(ActorSystem system, HttpRequest request) throws Exception {
    HttpResponse response =
        Http.get(system).singleRequest(request).toCompletableFuture().get(20, TimeUnit.SECONDS);
    drain(system, response);
    return response.status().intValue();
  }

  private static void drain(ActorSystem system, HttpResponse response) throws Exception {
    response
        .entity()
        .getDataBytes()
        .runWith(Sink.ignore(), SystemMaterializer.get(system).materializer())
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private static void pool(ActorSystem system) throws Exception {
    Flow<Pair<HttpRequest, Integer>, Pair<Try<HttpResponse>, Integer>, HostConnectionPool> flow =
        Http.get(system).cachedHostConnectionPool(ConnectHttp.toHost("http://" + Loopback.host()));
    Try<HttpResponse> response =
        Source.single(Pair.create(HttpRequest.create("/small"), 1))
            .via(flow)
            .runWith(Sink.head(), SystemMaterializer.get(system).materializer())
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS)
            .first();
    drain(system, response.get());
  }

  private static void serve(ActorSystem system) throws Exception {
    keep(
        Http.get(system)
            .newServerAt("127.0.0.1", 0)
            .bindSync(request -> HttpResponse.create().withStatus(StatusCodes.OK))
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS));
  }

  private static void refused(ActorSystem system) throws Exception {
    try {
      get(system, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  private static void cut(ActorSystem system) throws Exception {
    try {
      get(system, Loopback.cut());
      throw new AssertionError("was to break off");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
