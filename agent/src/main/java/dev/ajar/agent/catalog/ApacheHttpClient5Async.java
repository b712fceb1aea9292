package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Apache HttpClient 5.0 to 5.6, asynchronous, over HTTP/1.1 and HTTP/2. Responses are no resource
 * here: the client itself gives back the connection of an exchange, however that ends.
 */
final class ApacheHttpClient5Async {

  private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";
  private static final String BASE = ASYNC + "AbstractHttpAsyncClientBase";
  private static final String HOST = "org.apache.hc.core5.http.HttpHost";
  private static final String REACTOR = "org.apache.hc.core5.reactor.DefaultConnectingIOReactor";
  private static final String MANAGER =
      "org.apache.hc.client5.http.nio.AsyncClientConnectionManager";
  private static final String POOL =
      "org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager";
  private static final Family FAMILY = family("Apache HttpClient 5 async", "org.apache.hc.");

  // initiateShutdown() is no close: the threads go on. A minimal client does not close its manager;
  // one that createMinimal() made is out of the application's reach, one that it was given is not.
  private static final Rule CLIENTS =
      FAMILY
          .client(
              Contract.SHOULD,
              "Apache HttpClient 5 async client",
              ASYNC + "CloseableHttpAsyncClient")
          .why("It holds the selectors of its I/O reactor open, even before it is started.")
          .remedy(
              "Build one client for the application's life and close it at shutdown, with close():"
                  + " initiateShutdown() alone does not end its threads.")
          .in(ASYNC + "InternalHttpAsyncClient")
          .opensWhenConstructed()
          .owning(parameter(MANAGER))
          .uses("determineRoute", parameter(HOST))
          .in(ASYNC + "InternalH2AsyncClient")
          .opensWhenConstructed()
          .uses("determineRoute", parameter(HOST))
          .in(ASYNC + "MinimalHttpAsyncClient")
          .opensWhenConstructed()
          .uses("leaseEndpoint", parameter(HOST))
          .in(ASYNC + "MinimalH2AsyncClient")
          .opensWhenConstructed()
          .uses("execute")
          .in(BASE)
          .closes("close")
          .in(ASYNC + "HttpAsyncClientBuilder", ASYNC + "H2AsyncClientBuilder")
          .ownsWhatOpensIn("build")
          .in(ASYNC + "HttpAsyncClients")
          .ownsWhatOpensIn("createMinimal")
          .rule();

  private static final Rule REACTORS =
      FAMILY
          .part(Contract.MUST, "Apache HttpClient 5 async I/O reactor", REACTOR)
          .why("Its threads, one for each processor and one more, run until the client is closed.")
          .remedy("Close the client that started it.")
          .threads("httpclient-main-*", "httpclient-dispatch-*")
          .in(BASE)
          .opensAfter("start", field("ioReactor", REACTOR))
          .ownedBy(self())
          .closes("close", field("ioReactor", REACTOR))
          .rule();

  // It has neither threads nor sockets of its own: its connections are those of the clients that
  // use it, and go with them.
  private static final Rule MANAGERS =
      FAMILY
          .part(Contract.MAY, "Apache HttpClient 5 async connection manager", MANAGER)
          .why("It keeps the connections of the clients that use it until these are closed.")
          .remedy(
              "Close the client that owns it; one that clients share (setConnectionManagerShared) has"
                  + " to be closed itself, after the last of them.")
          .counts(Count.LEASED, "getTotalStats", "getLeased")
          .counts(Count.AVAILABLE, "getTotalStats", "getAvailable")
          .counts(Count.PENDING, "getTotalStats", "getPending")
          .counts(Count.MAX, "getTotalStats", "getMax")
          .counts(Count.MAX_PER_ROUTE, "getDefaultMaxPerRoute")
          .in(POOL)
          .opensWhenConstructed()
          .closes("close")
          .rule();

  // The evictor of HttpAsyncClientBuilder is a class that it shares with the classic client.
  private static final Rule EVICTORS =
      FAMILY
          .part(
              Contract.MUST,
              "Apache HttpClient 5 async evictor for HTTP/2",
              ASYNC + "H2AsyncClientBuilder$IdleConnectionEvictor")
          .why("Its thread runs until the client is closed.")
          .remedy("Close the client that it was built with.")
          .in(ASYNC + "H2AsyncClientBuilder$IdleConnectionEvictor")
          .opensAfter("start", self())
          .closes("shutdown")
          .rule();

  static final Library LIBRARY =
      Library.of("apache-httpclient-5-async", CLIENTS, REACTORS, MANAGERS, EVICTORS);

  private ApacheHttpClient5Async() {}
}
