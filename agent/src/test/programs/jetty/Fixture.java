import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/** Jetty's client. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Constructor<?> LISTENER = listener();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      HttpClient client = keep(new HttpClient());
      client.start(); // expect: open piled-up 5 Jetty HttpClient
    }
    for (int round = 0; round < 2; round++) {
      busy();
      restarted();
      streams();
      keep(new HttpClient()); // never started
    }
  }

  private static void busy() throws Exception {
    HttpClient client = keep(new HttpClient());
    client.start(); // expect: open 2 Jetty HttpClient
    client.GET(Loopback.small());
    client.newRequest(Loopback.error()).send();
    CountDownLatch done = new CountDownLatch(1);
    client.newRequest(Loopback.small()).send(result -> done.countDown());
    done.await();
  }

  private static void restarted() throws Exception {
    HttpClient client = keep(started());
    client.GET(Loopback.small());
    client.stop();
    client.start(); // expect: open 2 Jetty HttpClient
    client.GET(Loopback.small());
  }

  private static void streams() throws Exception {
    HttpClient client = keep(new HttpClient());
    client.start(); // expect: open 2 Jetty HttpClient
    Object refused = keep(LISTENER.newInstance()); // expect: open 2 Jetty response stream
    client.newRequest(Loopback.error()).send(as(refused));
    response(refused);
    Object half = keep(LISTENER.newInstance()); // expect: open 2 Jetty response stream
    client.newRequest(Loopback.large()).send(as(half));
    stream(half).read();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      ContainerLifeCycle closed = container();
      closed.start();
      closed.getBean(HttpClient.class).GET(Loopback.small());
      closed.stop();
      ContainerLifeCycle left = container();
      left.start(); // expect: open 2 Jetty HttpClient
      left.getBean(HttpClient.class).GET(Loopback.small());
      ownThreads();
    }
  }

  private static ContainerLifeCycle container() {
    ContainerLifeCycle container = keep(new ContainerLifeCycle());
    container.addBean(new HttpClient(), true);
    return container;
  }

  /** Its threads are the application's to end, and it is to be stopped all the same. */
  private static void ownThreads() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpClient stopped = keep(new HttpClient());
    stopped.setExecutor(threads);
    stopped.start();
    stopped.GET(Loopback.small());
    stopped.stop();
    HttpClient left = keep(new HttpClient());
    left.setExecutor(threads);
    left.start(); // expect: open 2 Jetty HttpClient
    left.GET(Loopback.small());
  }

  static void closed() throws Exception {
    HttpClient never = keep(new HttpClient());
    never.stop();
    HttpClient twice = started();
    twice.stop();
    twice.stop();
    for (int start = 0; start < 3; start++) {
      twice.start();
      twice.GET(Loopback.small());
      twice.stop();
    }
    HttpClient client = started();
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved(), Loopback.zipped(), Loopback.empty(), Loopback.unmodified())) {
      client.GET(url);
      read(client, "GET", url);
      read(client, "HEAD", url);
      closeHalfRead(client, url);
      untouched(client, "HEAD", url);
    }
    untouched(client, "GET", Loopback.empty());
    untouched(client, "GET", Loopback.unmodified());
    closeHalfRead(client, Loopback.large());
    failing(client);
    Object open = keep(LISTENER.newInstance());
    client.newRequest(Loopback.large()).send(as(open));
    response(open);
    client.stop(); // ends what is still on its way
    await(open);
  }

  private static void read(HttpClient client, String method, String url) throws Exception {
    Object listener = keep(LISTENER.newInstance());
    client.newRequest(url).method(method).send(as(listener));
    stream(listener).readAllBytes();
  }

  private static void closeHalfRead(HttpClient client, String url) throws Exception {
    Object listener = keep(LISTENER.newInstance());
    client.newRequest(url).send(as(listener));
    response(listener);
    InputStream stream = stream(listener);
    stream.read();
    stream.close();
    stream.close();
  }

  /** Without a body there is nothing to read. */
  private static void untouched(HttpClient client, String method, String url) throws Exception {
    Object listener = keep(LISTENER.newInstance());
    client.newRequest(url).method(method).send(as(listener));
    await(listener);
  }

  private static void failing(HttpClient client) throws Exception {
    keep(LISTENER.newInstance()); // never sent
    try {
      client.GET(Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (ExecutionException e) {
      keep(e);
    }
    Object refused = keep(LISTENER.newInstance());
    client.newRequest(Loopback.refused()).send(as(refused));
    await(refused);
    try {
      read(client, "GET", Loopback.cut());
      throw new AssertionError("was to break off");
    } catch (IOException e) {
      keep(e);
    }
  }

  static void late() throws Exception {
    HttpClient atOnce = started();
    HttpClient late = started();
    late.GET(Loopback.small());
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(late, 500)));
  }

  private static void stop(HttpClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpClient started() throws Exception {
    HttpClient client = keep(new HttpClient());
    client.start();
    return client;
  }

  // The listener has moved to another package in 12, and so have the types of its methods.
  private static Constructor<?> listener() {
    String client = "org.eclipse.jetty.client.";
    String name = "InputStreamResponseListener";
    try {
      return Class.forName(client + name).getConstructor();
    } catch (ClassNotFoundException before12) {
      try {
        return Class.forName(client + "util." + name).getConstructor();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream stream(Object listener) throws Exception {
    return (InputStream) listener.getClass().getMethod("getInputStream").invoke(listener);
  }

  private static void response(Object listener) throws Exception {
    LISTENER
        .getDeclaringClass()
        .getMethod("get", long.class, TimeUnit.class)
        .invoke(listener, 10L, TimeUnit.SECONDS);
  }

  private static void await(Object listener) throws Exception {
    LISTENER
        .getDeclaringClass()
        .getMethod("await", long.class, TimeUnit.class)
        .invoke(listener, 10L, TimeUnit.SECONDS);
  }

  @SuppressWarnings("unchecked")
  private static <T> T as(Object listener) {
    return (T) listener;
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
