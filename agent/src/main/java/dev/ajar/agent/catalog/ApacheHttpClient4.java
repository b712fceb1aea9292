package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** Apache HttpClient 4.5, classic, with what it keeps of the API before 4.3. */
final class ApacheHttpClient4 {

  private static final String CLIENT = "org.apache.http.impl.client.";
  private static final String CONN = "org.apache.http.impl.conn.";
  private static final String MANAGER = "org.apache.http.conn.HttpClientConnectionManager";
  private static final String LEGACY_MANAGER = "org.apache.http.conn.ClientConnectionManager";
  private static final Family FAMILY = family("Apache HttpClient 4", "org.apache.http.");

  // Older code knows only getConnectionManager().shutdown(), which leaves the client's own close()
  // uncalled and nothing open. A client whose manager is shared (setConnectionManagerShared) closes
  // nothing, so that it may be left; its manager may not.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "Apache HttpClient 4 client", CLIENT + "CloseableHttpClient")
          .why("It holds a connection pool, whose connections stay open until it is closed.")
          .remedy(
              "Build one client for the application's life, share it, and close it at shutdown; one"
                  + " that serves a single job goes into try-with-resources.")
          .in(CLIENT + "InternalHttpClient")
          .holdsNothingWithout(parameter("java.util.List"))
          .in(CLIENT + "InternalHttpClient", CLIENT + "MinimalHttpClient")
          .opensWhenConstructed()
          .owning(parameter(MANAGER))
          .in(CLIENT + "AbstractHttpClient")
          .opensWhenConstructed()
          .owning(parameter(LEGACY_MANAGER))
          .ownsWhatReturnsFrom("getConnectionManager")
          .in(
              CLIENT + "InternalHttpClient",
              CLIENT + "MinimalHttpClient",
              CLIENT + "AbstractHttpClient")
          .closes("close")
          .in(CLIENT + "InternalHttpClient", CLIENT + "MinimalHttpClient")
          .leavesOpen("close", field("connManager", MANAGER))
          .in(
              CLIENT + "InternalHttpClient",
              CLIENT + "MinimalHttpClient",
              CLIENT + "AbstractHttpClient")
          .uses("doExecute", parameter("org.apache.http.HttpHost"))
          .closedByItsPart()
          .in(CLIENT + "HttpClientBuilder")
          .ownsWhatOpensIn("build")
          .rule();

  private static final Rule MANAGERS =
      FAMILY
          .part(Contract.SHOULD, "Apache HttpClient 4 connection manager", MANAGER)
          .why("It holds the connections of the clients that use it.")
          .remedy(
              "Close the client that owns it; one that clients share (setConnectionManagerShared) has"
                  + " to be shut down itself, after the last of them.")
          .counts(Count.LEASED, "getTotalStats", "getLeased")
          .counts(Count.AVAILABLE, "getTotalStats", "getAvailable")
          .counts(Count.PENDING, "getTotalStats", "getPending")
          .counts(Count.MAX, "getTotalStats", "getMax")
          .counts(Count.MAX_PER_ROUTE, "getDefaultMaxPerRoute")
          .in(
              CONN + "PoolingHttpClientConnectionManager",
              CONN + "BasicHttpClientConnectionManager")
          .opensWhenConstructed()
          .closes("shutdown", "close")
          .in(
              CONN + "PoolingClientConnectionManager",
              CONN + "BasicClientConnectionManager",
              CONN + "SingleClientConnManager",
              CONN + "tsccm.ThreadSafeClientConnManager")
          .opensWhenConstructed()
          .closes("shutdown")
          .rule();

  // That of a builder (evictExpiredConnections, evictIdleConnections) lies inside its client, which
  // alone can stop it: shutting down the manager does not.
  private static final Rule EVICTORS =
      FAMILY
          .part(
              Contract.MUST,
              "Apache HttpClient 4 connection evictor",
              CLIENT + "IdleConnectionEvictor")
          .why("Its thread runs until it is shut down, and keeps the connection manager alive.")
          .remedy("Close the client that owns it; one started by hand has to be shut down itself.")
          .threads("Connection evictor*")
          .in(CLIENT + "IdleConnectionEvictor")
          .opensAfter("start", self())
          .closes("shutdown")
          .rule();

  // The lease, not the response object: reading to the end, EntityUtils.consume, closing the
  // response, its stream or the request all end here.
  private static final Rule RESPONSES =
      FAMILY
          .handout(
              Contract.MUST,
              "Apache HttpClient 4 response",
              "org.apache.http.client.methods.CloseableHttpResponse")
          .why(
              "It keeps a connection of the pool, 2 for each route by default; when they are used up,"
                  + " the next request waits, by default for ever.")
          .remedy(
              "Close the response on every path, also when the status is an error:"
                  + " try (CloseableHttpResponse response = client.execute(request)) { ... }")
          .in("org.apache.http.impl.execchain.ConnectionHolder")
          .opensWhenConstructed()
          .ownedBy(parameter(MANAGER))
          .closes("releaseConnection", "abortConnection", "close", "cancel")
          .rule();

  static final Library LIBRARY =
      Library.of("apache-httpclient-4", CLIENTS, MANAGERS, EVICTORS, RESPONSES);

  private ApacheHttpClient4() {}
}
