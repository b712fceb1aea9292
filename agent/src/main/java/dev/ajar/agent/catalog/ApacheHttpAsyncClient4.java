package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Apache HttpAsyncClient 4.1. Responses are no resource here: the client itself gives back the
 * connection of an exchange, however that ends. What it keeps of 4.0 (DefaultHttpAsyncClient) does
 * not work with the HttpCore of 4.1.
 */
final class ApacheHttpAsyncClient4 {

  private static final String CLIENT = "org.apache.http.impl.nio.client.";
  private static final String BASE = CLIENT + "CloseableHttpAsyncClientBase";
  private static final String MANAGER = "org.apache.http.nio.conn.NHttpClientConnectionManager";
  private static final String PRODUCER = "org.apache.http.nio.protocol.HttpAsyncRequestProducer";
  private static final String THREAD = "java.lang.Thread";
  private static final Family FAMILY = family("Apache HttpAsyncClient 4", "org.apache.http.");

  // A client whose manager is shared (setConnectionManagerShared) has no thread to run and closes
  // nothing, so that it may be left; its manager may not.
  private static final Rule CLIENTS =
      FAMILY
          .client(
              Contract.SHOULD,
              "Apache HttpAsyncClient 4 client",
              CLIENT + "CloseableHttpAsyncClient")
          .why("It holds the selector of its I/O reactor open, even before it is started.")
          .remedy("Build one client for the application's life and close it at shutdown.")
          .in(CLIENT + "InternalHttpAsyncClient", CLIENT + "MinimalHttpAsyncClient")
          .holdsNothingWithout(parameter("java.util.concurrent.ThreadFactory"))
          .opensWhenConstructed()
          .owning(parameter(MANAGER))
          .uses("execute", parameter(PRODUCER))
          .in(CLIENT + "MinimalHttpAsyncClient")
          .uses("execute", parameter("org.apache.http.HttpHost"))
          .in(BASE)
          .closes("close")
          .in(CLIENT + "HttpAsyncClientBuilder", CLIENT + "MinimalHttpAsyncClientBuilder")
          .ownsWhatOpensIn("build")
          .closedByItsPart()
          .rule();

  // The thread that runs the reactor of a connection manager, and ends with that.
  private static final Rule REACTORS =
      FAMILY
          .part(
              Contract.MUST,
              "Apache HttpAsyncClient 4 I/O reactor",
              "org.apache.http.nio.reactor.IOReactor")
          .why(
              "Its threads, one for each processor and one more, run until the client is closed and"
                  + " keep the JVM from ending.")
          .remedy("Close the client that started it.")
          .threadsKeepJvm(
              Keeps.CLIENTS, "I/O dispatcher *", "pool-*-thread-* in org.apache.http.impl.nio.")
          .in(BASE)
          .opensAfter("start", field("reactorThread", THREAD))
          .ownsWhatOpensIn("start", field("connmgr", MANAGER))
          .closes("close", field("reactorThread", THREAD))
          .rule();

  private static final Rule MANAGERS =
      FAMILY
          .part(Contract.SHOULD, "Apache HttpAsyncClient 4 connection manager", MANAGER)
          .why("It holds the I/O reactor and the connections of the clients that use it.")
          .remedy(
              "Close the client that owns it. If that was never started, or if clients share"
                  + " this (setConnectionManagerShared), shut it down itself, after the last of"
                  + " them.")
          .counts(Count.LEASED, "getTotalStats", "getLeased")
          .counts(Count.AVAILABLE, "getTotalStats", "getAvailable")
          .counts(Count.PENDING, "getTotalStats", "getPending")
          .counts(Count.MAX, "getTotalStats", "getMax")
          .counts(Count.MAX_PER_ROUTE, "getDefaultMaxPerRoute")
          .in("org.apache.http.impl.nio.conn.PoolingNHttpClientConnectionManager")
          .opensWhenConstructed()
          .closes("shutdown")
          .rule();

  static final Library LIBRARY =
      Library.of("apache-httpasyncclient-4", CLIENTS, REACTORS, MANAGERS);

  private ApacheHttpAsyncClient4() {}
}
