import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;

/** Connection providers and loops of Reactor Netty. */
public class Fixture {

  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration LATER = Duration.ofSeconds(15);
  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      get(keep(ConnectionProvider.create("many"))); // expect: open piled-up 5 Reactor Netty connection provider
    }
    for (int round = 0; round < 2; round++) {
      ConnectionProvider.Builder builder = ConnectionProvider.builder("built").maxConnections(3);
      get(keep(builder.build())); // expect: open 2 Reactor Netty connection provider
      get(keep(ConnectionProvider.create("small", 1))); // expect: open 2 Reactor Netty connection provider
      failing();
      loops();
      busy();
    }
  }

  private static void failing() {
    ConnectionProvider provider = keep(ConnectionProvider.create("failing")); // expect: open 2 Reactor Netty connection provider
    fail(HttpClient.create(provider), Loopback.refused());
  }

  private static void loops() {
    LoopResources loops = keep(LoopResources.create("forgotten", 1, true)); // expect: open 2 Reactor Netty loop resources
    get(HttpClient.newConnection().runOn(loops));
    LoopResources alive = keep(LoopResources.create("alive", 1, false)); // expect: open 2 Reactor Netty loop resources
    get(HttpClient.newConnection().runOn(alive, false));
    LoopResources asked = keep(LoopResources.create("asked")); // expect: open 2 Reactor Netty loop resources
    keep(asked.onServer(false));
  }

  private static void busy() {
    ConnectionProvider provider = keep(ConnectionProvider.create("busy")); // expect: open 2 Reactor Netty connection provider
    HttpClient client = HttpClient.create(provider);
    get(client);
    get(client);
    get(client);
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      notSubscribed();
      partly();
      theGlobalOnes();
    }
  }

  /** A cold Mono, which does nothing by itself. */
  private static void notSubscribed() {
    ConnectionProvider provider = keep(ConnectionProvider.create("cold")); // expect: open 2 Reactor Netty connection provider
    LoopResources loops = keep(LoopResources.create("cold", 1, true)); // expect: open 2 Reactor Netty loop resources
    get(HttpClient.create(provider).runOn(loops));
    keep(provider.disposeLater());
    keep(loops.disposeLater());
    keep(loops.disposeLater(SOON, LATER).then());
  }

  /** One of two pools only. */
  private static void partly() {
    ConnectionProvider provider = keep(ConnectionProvider.create("partly")); // expect: open 2 Reactor Netty connection provider
    get(HttpClient.create(provider));
    provider.disposeWhen(new java.net.InetSocketAddress("127.0.0.1", 1));
  }

  /** Nobody has to dispose them. */
  private static void theGlobalOnes() {
    get(HttpClient.create());
    get(HttpClient.newConnection());
    keep(HttpResources.get());
    keep(HttpResources.get().onServerSelect(true));
    keep(TcpClient.create().host("127.0.0.1").port(port()).connectNow()).disposeNow();
    HttpResources.get().dispose();
    keep(HttpResources.get().disposeLater());
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      drop(garbage);
      ConnectionProvider unused = ConnectionProvider.create("unused");
      garbage.add(unused);
      unused = null;
      garbage.add(LoopResources.create("unused"));
    }
    garbage.collect();
  }

  private static void drop(Garbage garbage) {
    LoopResources loops = LoopResources.create("dropped", 1, true); // expect: abandoned 2 Reactor Netty loop resources
    EventLoopGroup group = loops.onServer(false);
    group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    garbage.add(loops);
  }

  static void closed() throws Exception {
    for (int round = 0; round < 2; round++) {
      keep(ConnectionProvider.create("never used"));
      keep(LoopResources.create("never used"));
      keep(ConnectionProvider.newConnection());
      providers();
      answers();
      loopsInEachWay();
    }
    handedToTheGlobalOnes();
  }

  private static void providers() {
    for (int way = 0; way < 4; way++) {
      ConnectionProvider provider = keep(ConnectionProvider.create("closed"));
      get(HttpClient.create(provider));
      switch (way) {
        case 0 -> provider.dispose();
        case 1 -> provider.disposeLater().block(LATER);
        case 2 -> provider.disposeLater().subscribe();
        default -> Mono.when(provider.disposeLater()).block(LATER);
      }
      provider.dispose();
    }
    ConnectionProvider graceful =
        keep(ConnectionProvider.builder("graceful").disposeTimeout(LATER).build());
    get(HttpClient.create(graceful));
    graceful.disposeLater().block(LATER);
    ConnectionProvider again = keep(ConnectionProvider.create("again"));
    again.dispose();
    get(HttpClient.create(again));
    again.dispose();
  }

  private static void answers() {
    ConnectionProvider provider = keep(ConnectionProvider.create("answers"));
    LoopResources loops = keep(LoopResources.create("answers", 1, true));
    HttpClient client = HttpClient.create(provider).runOn(loops).followRedirect(true).compress(true);
    for (String url :
        List.of(
            Loopback.small(),
            Loopback.large(),
            Loopback.error(),
            Loopback.empty(),
            Loopback.unmodified(),
            Loopback.moved(),
            Loopback.zipped())) {
      client.get().uri(url).responseContent().aggregate().block(LATER);
      client.get().uri(url).response().block(LATER);
      client.request(HttpMethod.HEAD).uri(url).response().block(LATER);
    }
    fail(client, Loopback.refused());
    fail(client, Loopback.cut());
    provider.disposeLater().then(loops.disposeLater(SOON, LATER)).block(LATER);
  }

  private static void loopsInEachWay() {
    for (int way = 0; way < 3; way++) {
      LoopResources loops = keep(LoopResources.create("closed", 1, 1, true));
      get(HttpClient.newConnection().runOn(loops, way == 1));
      keep(loops.onServerSelect(way == 1));
      switch (way) {
        case 0 -> loops.dispose();
        case 1 -> loops.disposeLater().block(LATER);
        default -> loops.disposeLater(SOON, LATER).subscribe();
      }
      loops.dispose();
    }
  }

  private static void handedToTheGlobalOnes() {
    for (int round = 0; round < 2; round++) {
      ConnectionProvider provider = keep(ConnectionProvider.create("global"));
      HttpResources.set(provider);
      LoopResources loops = keep(LoopResources.create("global", 1, true));
      HttpResources.set(loops);
      get(HttpClient.create());
    }
  }

  static void late() throws Exception {
    ConnectionProvider atOnce = ConnectionProvider.create("at once");
    ConnectionProvider late = ConnectionProvider.create("late");
    LoopResources loops = LoopResources.create("late", 1, true);
    get(HttpClient.create(atOnce));
    get(HttpClient.create(late).runOn(loops));
    System.out.println("clients that hooks close: 4"); // with an event loop group
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::dispose));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                  while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                  }
                  late.disposeLater().then(loops.disposeLater(SOON, LATER)).block(LATER);
                }));
  }

  private static void get(ConnectionProvider provider) {
    get(HttpClient.create(provider));
  }

  private static void get(HttpClient client) {
    client.get().uri(Loopback.small()).responseContent().aggregate().asString().block(LATER);
  }

  private static void fail(HttpClient client, String url) {
    try {
      client.get().uri(url).responseContent().aggregate().asString().block(LATER);
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      KEPT.add(e);
    }
  }

  private static int port() {
    return Integer.parseInt(Loopback.host().substring(Loopback.host().indexOf(':') + 1));
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
