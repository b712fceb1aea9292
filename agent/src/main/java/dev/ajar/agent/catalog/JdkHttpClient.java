package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The JDK's own client, {@code java.net.http}; it has methods to close it from 21 on. */
final class JdkHttpClient {

  private static final String INTERNAL = "jdk.internal.net.http.";
  private static final String WEB_SOCKET = INTERNAL + "websocket.";
  private static final boolean CLOSEABLE = Runtime.version().feature() >= 21;
  private static final Family FAMILY =
      family("java.net.http", "java.net.http.", "jdk.internal.net.http.");

  // What the application holds is a facade; the facade's constructor returns before the client
  // stands, so the factory's result is what counts. NEVER: those that the conduits of Apache CXF
  // share, which count their users.
  private static final Rule CLIENT =
      FAMILY
          .client(Contract.MAY, "java.net.http client", "java.net.http.HttpClient")
          .why(
              CLOSEABLE
                  ? "Its documentation asks for no close, which only reclaims early what would be"
                      + " reclaimed once nobody uses it. Until then each holds a selector thread and its"
                      + " connections."
                  : "This JDK has no method to close it; one that nobody uses any more is reclaimed."
                      + " Until then each holds a selector thread and its connections.")
          .remedy(
              CLOSEABLE
                  ? "Build one HttpClient for the application's life and share it; where one is needed"
                      + " for a while only, use it in try-with-resources."
                  : "Build one HttpClient for the application's life and share it.")
          .threads("HttpClient-*-SelectorManager", "HttpClient-*-Worker-*")
          .in(INTERNAL + "HttpClientImpl")
          .opensWhatReturnsFrom("create")
          .in(INTERNAL + "HttpClientFacade")
          .uses("send", parameter("java.net.http.HttpRequest"))
          .uses("sendAsync", parameter("java.net.http.HttpRequest"))
          .closes("close", "shutdown", "shutdownNow")
          .wherePresent()
          .sharedWhenOpenedFrom("org.apache.cxf.transport.http.HttpClientHTTPConduit")
          .rule();

  // Also what BodyHandlers.ofLines() reads from. NEVER: the bodies of all other handlers, which the
  // client reads itself, one without a byte, whose end comes before anything of it, and what a
  // dispatch of CXF reads, which stops at the end of the message. It is made on a thread of the
  // client's, for an exchange of what the caller began.
  private static final Rule BODY =
      FAMILY
          .handout(Contract.SHOULD, "java.net.http body stream", "java.net.http.HttpResponse")
          .why(
              "Until it is closed or read to its end it may keep its connection; then its client is"
                  + " not reclaimed either, and close() of the client waits for it.")
          .remedy(
              "Close it on every path, also when the status is an error:"
                  + " try (InputStream body = response.body()) { ... }")
          .in(INTERNAL + "MultiExchange")
          .asksIn("responseAsync")
          .opensInsideFor("handleNoBody", self())
          .in(INTERNAL + "Exchange")
          .opensInsideFor("readBodyAsync", field("multi", INTERNAL + "MultiExchange"))
          .in(INTERNAL + "ResponseSubscribers$HttpResponseInputStream")
          .opensWhenConstructed()
          .closes("close", "onError")
          .closesAtEndOf("read")
          .closesWithout("onComplete", field("buffers", "java.util.concurrent.BlockingQueue"))
          .sharedWhenOpenedFrom("org.apache.cxf.jaxws.DispatchImpl")
          .rule();

  // sendClose and the answer to the server's close pass sendClose0; abort and all errors, close.
  private static final Rule SOCKET =
      FAMILY
          .client(Contract.SHOULD, "java.net.http WebSocket", "java.net.http.WebSocket")
          .why("It holds its connection, and keeps its client from being reclaimed.")
          .remedy("Close it when it is done with: sendClose(...), then abort() if no answer comes.")
          .in(WEB_SOCKET + "WebSocketImpl")
          .asksIn("newInstanceAsync", parameter(WEB_SOCKET + "BuilderImpl"))
          .opensInsideFor("lambda$newInstanceAsync$*", parameter(WEB_SOCKET + "BuilderImpl"))
          .opensWhenConstructed()
          .closes("sendClose0", "close")
          .uses("sendText", field("uri", "java.net.URI"))
          .uses("sendBinary", field("uri", "java.net.URI"))
          .rule();

  static final Library LIBRARY = Library.of("java.net.http", CLIENT, BODY, SOCKET);

  private JdkHttpClient() {}
}
