package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.ledger.Contract;

/**
 * Micronaut HTTP client 3.10 and 4, on Netty. Never: what the registry of an application context
 * makes for injection, for the context closes it; and the client on {@code java.net.http}, which
 * has nothing of its own.
 */
final class Micronaut {

  private static final String NETTY = "io.micronaut.http.client.netty.";
  private static final String CLIENT = NETTY + "DefaultHttpClient";
  private static final Value MANAGER = field("connectionManager", NETTY + "ConnectionManager");

  // That of 5, which needs a newer JDK, has no connection manager, and is not watched; its event
  // loop group is.
  private static final Rule CLIENTS =
      family("Micronaut", "io.micronaut.")
          .client(Contract.MUST, "Micronaut HTTP client", "io.micronaut.http.client.HttpClient")
          .why(
              "The threads of its event loop group, which keep the JVM from ending, and its"
                  + " connections stay until it is closed.")
          .remedy(
              "Let the application context inject it, or close one that HttpClient.create(url) made:"
                  + " try-with-resources does.")
          .sharedWhenOpenedFrom(NETTY + "DefaultNettyHttpClientRegistry")
          .threadsKeepJvm(Keeps.CLIENTS, "multithreadEventLoopGroup-*")
          .in(CLIENT)
          .opensWhenConstructed()
          .owning(MANAGER)
          .wherePresent()
          .ownsWhatOpensIn("<init>")
          .reopensAtReturnFrom("start")
          .owning(MANAGER)
          .wherePresent()
          .ownsWhatOpensIn("start", self())
          .closes("stop", "close")
          .uses("getHostHeader", parameter("java.net.URI"))
          .rule();

  static final Library LIBRARY = Library.of("micronaut", CLIENTS);

  private Micronaut() {}
}
