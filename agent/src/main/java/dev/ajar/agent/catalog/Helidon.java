package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The WebClient of Helidon 4, from 4.1 on, over HTTP/1. */
final class Helidon {

  private static final String HTTP_1 = "io.helidon.webclient.http1.Http1";
  private static final String CACHE = HTTP_1 + "ConnectionCache";
  private static final Family FAMILY = family("Helidon", "io.helidon.");

  // A client is a configuration; what it holds are the connections in a cache of its own, if it
  // does not use that of the JVM. An Http1Client has a WebClient beside it, whose own stays empty.
  // NEVER: clients that share the cache (shareConnectionCache, the default), whose close does
  // nothing, and those of 4.0.0, which cannot be closed.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "Helidon WebClient", CACHE)
          .why(
              "With shareConnectionCache(false) it holds connections of its own, which stay open"
                  + " until it is closed.")
          .remedy(
              "Share the cache, as is the default, or build one WebClient for the application's life"
                  + " and closeResource() it at shutdown.")
          .in(HTTP_1 + "ClientImpl")
          .opensWhenConstructed(field("clientCache", CACHE))
          .onceUsed()
          .wherePresent()
          .in(CACHE)
          .closes("closeResource")
          .wherePresent()
          .uses("connection", parameter("io.helidon.webclient.api.ClientUri"))
          .rule();

  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Helidon response", "io.helidon.webclient.api.HttpClientResponse")
          .why("Until its entity has been read or it is closed, it keeps a connection.")
          .remedy(
              "Close the response on every path, also when the status is an error, or has no entity:"
                  + " try (HttpClientResponse response = client.get().request()) { ... }")
          .in(HTTP_1 + "ClientResponseImpl")
          .opensWhenConstructed()
          .closes("close")
          .rule();

  static final Library LIBRARY = Library.of("helidon", CLIENTS, RESPONSES);

  private Helidon() {}
}
