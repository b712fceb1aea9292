package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.result;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Commons HttpClient 3. An {@code HttpClient} has no close: what it holds, its connection manager
 * does. The simple one, of a single connection, is reclaimed with it.
 */
final class CommonsHttpClient3 {

  private static final String HTTP = "org.apache.commons.httpclient.";
  private static final String POOL = HTTP + "MultiThreadedHttpConnectionManager";
  private static final String METHOD = HTTP + "HttpMethod";
  private static final String CONNECTION = HTTP + "HttpConnection";
  private static final Family FAMILY = family("Commons HttpClient 3", HTTP);

  private static final Rule MANAGERS =
      FAMILY
          .client(Contract.SHOULD, "Commons HttpClient 3 connection manager", POOL)
          .why("It holds the connections of the clients that use it until it is shut down.")
          .remedy(
              "Share one among all clients for the application's life, and call"
                  + " manager.shutdown() at the end.")
          .in(POOL)
          .opensWhenConstructed()
          .closes("shutdown")
          .in(HTTP + "HttpMethodDirector")
          .uses(
              "executeMethod",
              field("connectionManager", HTTP + "HttpConnectionManager"),
              field("hostConfiguration", HTTP + "HostConfiguration")
                  .call("getHostURL", "java.lang.String"))
          .rule();

  // The lease of the connection, not the method: reading to the end and releaseConnection() both
  // end here. What the pool takes back is the connection itself, and what it gives is a wrapper.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Commons HttpClient 3 response", METHOD)
          .why(
              "It keeps a connection, by default one of 2 for each host; when they are used up, the"
                  + " next request waits, by default for ever.")
          .remedy(
              "Release the connection on every path, also when the status is an error:"
                  + " finally { method.releaseConnection(); }")
          .in(POOL)
          .reopensAfter("doGetConnection", result())
          .ownedBy(self())
          .in(POOL + "$ConnectionPool")
          .closes("freeConnection", parameter(CONNECTION))
          .rule();

  // The next request takes the connection over, whoever had it, and its release is one of both.
  private static final Rule UNPOOLED =
      FAMILY
          .handout(Contract.SHOULD, "Commons HttpClient 3 response without a pool", METHOD)
          .why(
              "It keeps the one connection of its client; the next request on it cuts it off, and"
                  + " without one its socket stays open.")
          .remedy(
              "Release the connection on every path, also when the status is an error:"
                  + " finally { method.releaseConnection(); }")
          .in(HTTP + "SimpleHttpConnectionManager")
          .reopensAfter("getConnectionWithTimeout", result())
          .closes("releaseConnection", parameter(CONNECTION))
          .closes("shutdown", field("httpConnection", CONNECTION))
          .wherePresent()
          .rule();

  static final Library LIBRARY = Library.of("commons-httpclient-3", MANAGERS, RESPONSES, UNPOOLED);

  private CommonsHttpClient3() {}
}
