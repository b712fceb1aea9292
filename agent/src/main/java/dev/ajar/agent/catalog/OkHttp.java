package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** OkHttp 3.14, 4 and 5. */
final class OkHttp {

  private static final String POOL = "okhttp3.ConnectionPool";
  private static final String EXCHANGE = "okhttp3.internal.connection.Exchange";
  private static final String CALL = "okhttp3.internal.connection.RealCall";
  private static final Family FAMILY = family("OkHttp", "okhttp3.", "okio.");

  // An OkHttpClient is a configuration; what it costs is its pool, and newBuilder().build() shares
  // the pool of its origin. So a client is known by its pool. It has no close(): evictAll() is what
  // its documentation names.
  private static final Rule CLIENT =
      FAMILY
          .client(Contract.MAY, "OkHttp client", "okhttp3.OkHttpClient")
          .why(
              "Shutdown isn't necessary, says its documentation: idle threads and connections are"
                  + " released. Each client of its own has a pool of its own all the same.")
          .remedy(
              "Build one OkHttpClient and share it; derive variants with newBuilder(), which"
                  + " shares its pool and threads. If its threads have to end at once, call"
                  + " dispatcher().executorService().shutdown() and connectionPool().evictAll()"
                  + " after its last call.")
          .threads("OkHttp *")
          .threadsKeepJvm(Keeps.IDLE, "OkHttp Dispatcher")
          .counts(Count.CONNECTIONS, "connectionCount")
          .counts(Count.AVAILABLE, "idleConnectionCount")
          .in("okhttp3.OkHttpClient")
          .opensWhenConstructed(field("connectionPool", POOL))
          .in(POOL)
          .closes("evictAll")
          .usableAfterClose()
          .in("okhttp3.RealCall", CALL)
          .uses(
              "execute",
              field("client", "okhttp3.OkHttpClient").call("connectionPool", POOL),
              field("originalRequest", "okhttp3.Request").call("url", "okhttp3.HttpUrl"))
          .uses(
              "enqueue",
              field("client", "okhttp3.OkHttpClient").call("connectionPool", POOL),
              field("originalRequest", "okhttp3.Request").call("url", "okhttp3.HttpUrl"))
          .rule();

  // Not okhttp3.Response, of which every interceptor makes a new one: the body's source, which ends
  // when the body is read to its end or closed. That of an asynchronous call is made on a thread of
  // OkHttp's, for an exchange of the call. In OkHttp 5 a WebSocket has one too.
  private static final Rule RESPONSE =
      FAMILY
          .handout(Contract.MUST, "OkHttp response", "okhttp3.Response")
          .why("It keeps a connection that no other call can use until the body is closed.")
          .remedy(
              "Close the response on every path, also when it is not successful:"
                  + " try (Response response = call.execute()) { ... }")
          .in("okhttp3.RealCall", CALL)
          .asksIn("enqueue")
          .in(EXCHANGE)
          .actsFor(parameter(CALL), parameter("okhttp3.Call"))
          .in(EXCHANGE + "$ResponseBodySource")
          .holdsNothingWith(
              parameter(EXCHANGE).call("getCall$okhttp", CALL).call("getForWebSocket", "boolean"))
          .wherePresent()
          .opensWhenConstructed()
          .openedFor(parameter(EXCHANGE))
          .closes("close", "complete")
          .rule();

  private static final Rule CACHE =
      FAMILY
          .part(Contract.SHOULD, "OkHttp cache", "okhttp3.Cache")
          .why("It holds a journal file open, which is completed when it is closed.")
          .remedy(
              "Close the cache at shutdown, after its client's last call, for those after it"
                  + " fail: client.cache().close().")
          .in("okhttp3.Cache")
          .opensWhenConstructed()
          .closes("close", "delete")
          .rule();

  // Closed from the moment that close() is called: if no answer comes, it gives up after a minute.
  // The other side's close alone ends nothing. A failed one is gone. Those of MockWebServer, which
  // are of the same class, are the server's.
  private static final Rule SOCKET =
      FAMILY
          .client(Contract.MUST, "OkHttp WebSocket", "okhttp3.WebSocket")
          .why("The thread that reads it keeps the JVM from ending, until it is closed or fails.")
          .remedy(
              "Close it when it is done with, webSocket.close(1000, null), and in onClosing of its"
                  + " listener too; cancel() does not wait for an answer.")
          .sharedWhenOpenedFrom("okhttp3.mockwebserver.", "mockwebserver3.")
          .in("okhttp3.internal.ws.RealWebSocket")
          .opensWhenConstructed()
          .closes("close", "cancel", "failWebSocket")
          .rule();

  static final Library LIBRARY = Library.of("okhttp", CLIENT, RESPONSE, CACHE, SOCKET);

  private OkHttp() {}
}
