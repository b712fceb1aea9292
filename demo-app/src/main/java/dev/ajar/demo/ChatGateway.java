package dev.ajar.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The process: back ends, the chat service before them, its HTTP front, and traffic at it. */
public final class ChatGateway implements Closeable {

  /** The gateway of this process, from its start to the JVM's end. */
  private static @Nullable ChatGateway running;

  private final ChatService service;
  private final HttpFront front;

  /**
   * Starts the gateway, sends it traffic, then stays up until it is told to end.
   *
   * @param args see {@link Flags}
   * @throws IOException if a port cannot be bound
   * @throws InterruptedException if the main thread is interrupted while the traffic runs
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Flags flags;
    try {
      flags = Flags.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + Flags.USAGE);
      System.exit(64);
      return;
    }
    run(flags);
  }

  private static void run(Flags flags) throws IOException, InterruptedException {
    ChatGateway gateway = new ChatGateway(new StubBackends(), flags.port());
    running = gateway;
    Runtime.getRuntime().addShutdownHook(new Thread(ChatGateway::shutDown, "gateway-shutdown"));
    System.out.println("gateway on " + gateway.address());
    System.out.println("traffic done: " + new Traffic(gateway.address()).send(flags.requests()));
    if (flags.exitAfterTraffic()) {
      System.exit(0);
    }
    // From here on the HTTP front's own thread keeps the process up.
    System.out.println("ready");
  }

  private static void shutDown() {
    ChatGateway gateway = running;
    if (gateway != null) {
      gateway.close();
    }
  }

  /**
   * Starts the service and its front.
   *
   * @param backends what the service calls; stays the caller's to close
   * @param port port of the front; 0 takes a free one
   * @throws IOException if the port cannot be bound
   */
  ChatGateway(StubBackends backends, int port) throws IOException {
    service = new ChatService(backends);
    front = new HttpFront(service, port);
  }

  URI address() {
    return front.address();
  }

  @Override
  public void close() {
    front.close();
    service.close();
  }
}
