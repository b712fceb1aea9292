package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** Apache HttpClient 5.0 to 5.6, classic. */
final class ApacheHttpClient5 {

  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String IO = "org.apache.hc.client5.http.impl.io.";
  private static final String EVICTOR = "org.apache.hc.client5.http.impl.IdleConnectionEvictor";
  private static final String MANAGER = "org.apache.hc.client5.http.io.HttpClientConnectionManager";
  private static final Family FAMILY = family("Apache HttpClient 5", "org.apache.hc.");

  // A client whose manager is shared (setConnectionManagerShared) closes nothing, so that it may be
  // left; its manager may not.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "Apache HttpClient 5 client", CLASSIC + "CloseableHttpClient")
          .why("It holds a connection pool, whose connections stay open until it is closed.")
          .remedy(
              "Build one client for the application's life, share it, and close it at shutdown; one"
                  + " that serves a single job goes into try-with-resources.")
          .in(CLASSIC + "InternalHttpClient")
          .holdsNothingWithout(parameter("java.util.List"))
          .in(CLASSIC + "InternalHttpClient", CLASSIC + "MinimalHttpClient")
          .opensWhenConstructed()
          .owning(parameter(MANAGER))
          .closes("close")
          .leavesOpen("close", field("connManager", MANAGER))
          .uses("doExecute", parameter("org.apache.hc.core5.http.HttpHost"))
          .closedByItsPart()
          .in(CLASSIC + "HttpClientBuilder")
          .ownsWhatOpensIn("build")
          .rule();

  private static final Rule MANAGERS =
      FAMILY
          .part(Contract.SHOULD, "Apache HttpClient 5 connection manager", MANAGER)
          .why("It holds the connections of the clients that use it.")
          .remedy(
              "Close the client that owns it; one that clients share (setConnectionManagerShared) has"
                  + " to be closed itself, after the last of them.")
          .counts(Count.LEASED, "getTotalStats", "getLeased")
          .counts(Count.AVAILABLE, "getTotalStats", "getAvailable")
          .counts(Count.PENDING, "getTotalStats", "getPending")
          .counts(Count.MAX, "getTotalStats", "getMax")
          .counts(Count.MAX_PER_ROUTE, "getDefaultMaxPerRoute")
          .in(IO + "PoolingHttpClientConnectionManager", IO + "BasicHttpClientConnectionManager")
          .opensWhenConstructed()
          .closes("close")
          .rule();

  // That of a builder (evictExpiredConnections, evictIdleConnections) lies inside its client, which
  // alone can stop it: closing the manager does not. The builder of asynchronous clients uses the
  // same class.
  private static final Rule EVICTORS =
      FAMILY
          .part(Contract.MUST, "Apache HttpClient 5 connection evictor", EVICTOR)
          .why("Its thread runs until it is shut down, and keeps the connection manager alive.")
          .remedy("Close the client that owns it; one started by hand has to be shut down itself.")
          .threads("idle-connection-evictor-*")
          .in(EVICTOR)
          .opensAfter("start", self())
          .closes("shutdown")
          .rule();

  // The lease, not the response object: reading to the end, EntityUtils.consume and closing the
  // response all end here, and one exchange may take and give back several.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Apache HttpClient 5 response", CLASSIC + "CloseableHttpResponse")
          .why(
              "It keeps a connection of the pool, 5 for each route by default; when they are used up,"
                  + " the next request waits, by default for 3 minutes.")
          .remedy(
              "Let client.execute(request, responseHandler) close it, or close it on every"
                  + " path, also when the status is an error: try (var response ="
                  + " client.executeOpen(...)) { ... }, or with client.execute(request) before 5.2.")
          .in(CLASSIC + "InternalExecRuntime")
          .reopensAtReturnFrom("acquireEndpoint")
          .ownedBy(field("manager", MANAGER))
          .closes("releaseEndpoint", "discardEndpoint", "cancel")
          .rule();

  static final Library LIBRARY =
      Library.of("apache-httpclient-5", CLIENTS, MANAGERS, EVICTORS, RESPONSES);

  private ApacheHttpClient5() {}
}
