import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.resteasy.reactive.client.impl.ClientBuilderImpl;
import org.jboss.resteasy.reactive.client.impl.ClientImpl;

/** The REST client of Quarkus, outside of Quarkus. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(new ClientBuilderImpl().build()); // expect: open piled-up 5 Quarkus REST client
    }
    for (int round = 0; round < 2; round++) {
      busy();
    }
  }

  private static void busy() throws Exception {
    ClientImpl client = new ClientBuilderImpl().build(); // expect: open 2 Quarkus REST client
    keep(client);
    client.target(Loopback.small()).request().get(String.class);
    client.target(Loopback.error()).request().get().readEntity(String.class);
    client.target(Loopback.small()).request().async().get(String.class).get();
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      ClientImpl client = keep(new ClientBuilderImpl().build());
      client.target(Loopback.small()).request().get(String.class);
      client.close();
    }
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      GARBAGE.add(new ClientBuilderImpl().build()); // expect: abandoned 2 Quarkus REST client
      GARBAGE.collect();
    }
  }

  static void closed() throws Exception {
    keep(new ClientBuilderImpl().build()).close();
    ClientImpl client = keep(new ClientBuilderImpl().build());
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved())) {
      keep(client.target(url).request().get());
      keep(client.target(url).request().get()).close();
      keep(client.target(url).request().get()).readEntity(String.class);
      keep(client.target(url).request().async().get().get());
    }
    keep(client.target(Loopback.large()).request().get());
    keep(client.target(Loopback.empty()).request().get());
    keep(client.target(Loopback.unmodified()).request().get());
    keep(client.target(Loopback.small()).request().head());
    failing(client);
    client.close();
    client.close();
  }

  private static void failing(ClientImpl client) throws Exception {
    try {
      client.target(Loopback.error()).request().get(String.class);
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      client.target(Loopback.refused()).request().get();
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      client.target(Loopback.cut()).request().async().get().get();
      throw new AssertionError("was to break off");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  static void late() {
    ClientImpl atOnce = new ClientBuilderImpl().build();
    ClientImpl late = new ClientBuilderImpl().build();
    late.target(Loopback.small()).request().get(String.class);
    System.out.println("clients that hooks close: 6"); // with what each has of Vert.x
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(late, 500)));
  }

  /** Vert.x goes on to close after the client's close has returned; until its threads are gone. */
  private static void end(ClientImpl client, long millisLate) {
    await(() -> false, millisLate);
    client.close();
    await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("vert.x-eventloop")),
        20_000);
  }

  private static void await(BooleanSupplier condition, long atMostMillis) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMillis);
    while (System.nanoTime() < due && !condition.getAsBoolean()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
