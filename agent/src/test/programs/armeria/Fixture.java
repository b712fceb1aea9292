import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.DecoratingClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.util.EventLoopGroups;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Client factories of Armeria, and its clients. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() {
    for (int made = 0; made < 5; made++) {
      keep(ClientFactory.builder().build()); // expect: open piled-up 5 Armeria client factory
    }
    for (int round = 0; round < 2; round++) {
      busy();
      shared();
      EventLoopGroup workers = EventLoopGroups.newEventLoopGroup(1);
      ClientFactory own = ClientFactory.builder().workerGroup(workers, true).build(); // expect: open 2 Armeria client factory
      check(get(keep(own), Loopback.small()) == 200);
      EventLoopGroup unused = EventLoopGroups.newEventLoopGroup(1); // expect: open 2 Netty event loop group
      keep(ClientFactory.builder().workerGroup(unused, true));
      ClientFactory refused = ClientFactory.builder().build(); // expect: open 2 Armeria client factory
      failing(keep(refused), Loopback.refused());
      ClientFactory chained = ClientFactory.builder().build(); // expect: open 2 Armeria client factory
      check(get(new Chained(keep(chained)), Loopback.small()) == 200);
    }
  }

  private static void busy() {
    ClientFactory factory = ClientFactory.builder().build(); // expect: open 2 Armeria client factory
    keep(factory);
    check(get(factory, Loopback.small()) == 200);
    WebClient client = WebClient.builder("http://" + Loopback.host()).factory(factory).build();
    check(client.get("/small").aggregate().join().status().code() == 200);
    check(client.head("/small").aggregate().join().status().code() == 200);
  }

  /** What the JVM shares; closing it does nothing. */
  private static void shared() {
    check(WebClient.of().get(Loopback.small()).aggregate().join().status().code() == 200);
    for (ClientFactory factory : List.of(ClientFactory.ofDefault(), ClientFactory.insecure())) {
      check(get(keep(factory), Loopback.small()) == 200);
      factory.close();
      factory.closeAsync().getNow(null);
      check(get(factory, Loopback.error()) == 500);
    }
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      EventLoopGroup given = keep(EventLoopGroups.newEventLoopGroup(1)); // expect: open 2 Netty event loop group
      ClientFactory lent = keep(ClientFactory.builder().workerGroup(given, false).build());
      check(get(lent, Loopback.small()) == 200);
      lent.close();
      EventLoopGroup lentOn = keep(EventLoopGroups.newEventLoopGroup(1)); // expect: open 2 Netty event loop group
      ClientFactory left = ClientFactory.builder().workerGroup(lentOn, false).build(); // expect: open 2 Armeria client factory
      keep(left);
      EventLoopGroup owned = keep(EventLoopGroups.newEventLoopGroup(1));
      keep(ClientFactory.builder().workerGroup(owned, true).build()).closeAsync();
      keep(new Chained(withWorkers())).closeAsync();
    }
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      GARBAGE.add(ClientFactory.builder().build()); // expect: abandoned 2 Armeria client factory
      GARBAGE.collect();
    }
  }

  static void closed() {
    keep(ClientFactory.builder().build()).close();
    ClientFactory twice = keep(ClientFactory.builder().build());
    requests(twice);
    twice.close();
    twice.close();
    twice.closeAsync().join();
    check(twice.isClosed());
    ClientFactory async = keep(withWorkers());
    requests(async);
    async.closeAsync().join();
    check(async.isClosed());
    try (ClientFactory own = keep(withWorkers())) {
      check(get(own, Loopback.small()) == 200);
    }
    check(ClientFactory.ofDefault() != ClientFactory.insecure());
  }

  private static void requests(ClientFactory factory) {
    check(get(factory, Loopback.small()) == 200);
    check(get(factory, Loopback.error()) == 500);
    check(get(factory, Loopback.empty()) == 204);
    check(get(factory, Loopback.unmodified()) == 304);
    check(get(factory, Loopback.large()) == 200);
    failing(factory, Loopback.cut());
    failing(factory, Loopback.refused());
    HttpResponse unread = keep(client(factory, Loopback.large()).get("/large"));
    unread.abort();
    keep(client(factory, Loopback.small()).get("/small"));
  }

  static void late() {
    ClientFactory atOnce = keep(ClientFactory.builder().build());
    check(get(atOnce, Loopback.small()) == 200);
    ClientFactory late = keep(ClientFactory.builder().build());
    check(get(late, Loopback.small()) == 200);
    check(get(ClientFactory.ofDefault(), Loopback.small()) == 200);
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::closeAsync));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  await(500);
                  late.close();
                }));
  }

  private static void await(long millis) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private static ClientFactory withWorkers() {
    EventLoopGroup workers = EventLoopGroups.newEventLoopGroup(1);
    return ClientFactory.builder().workerGroup(workers, true).build();
  }

  private static int get(ClientFactory factory, String url) {
    WebClient client = client(factory, url);
    AggregatedHttpResponse response = client.get(URI.create(url).getPath()).aggregate().join();
    return response.status().code();
  }

  private static void failing(ClientFactory factory, String url) {
    try {
      get(factory, url);
      throw new AssertionError("was to fail");
    } catch (CompletionException | IllegalStateException e) {
      keep(e);
    }
  }

  private static WebClient client(ClientFactory factory, String url) {
    String host = URI.create(url).getAuthority();
    return WebClient.builder("h1c://" + host).factory(factory).build();
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

  /** A factory that closes the one that it is given. */
  private static final class Chained extends DecoratingClientFactory {

    Chained(ClientFactory factory) {
      super(factory);
    }
  }
}
