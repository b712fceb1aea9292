package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.ledger.Contract;

/**
 * Micronaut HTTP client 3.10 to 5, on Netty. Never: what the registry of an application context
 * makes for injection, for the context closes it; and the client on {@code java.net.http}, which
 * has nothing of its own.
 */
final class Micronaut {

  private static final String NETTY = "io.micronaut.http.client.netty.";
  private static final String CLIENT = NETTY + "DefaultHttpClient";
  private static final String CLIENT_5 = NETTY + "NettyHttpClient";
  private static final Value MANAGER = field("connectionManager", NETTY + "ConnectionManager");

  // What was the client in 3 and 4 is a facade of it in 5, and has nothing of its own.
  private static final Rule CLIENTS =
      family("Micronaut", "io.micronaut.")
          .client(Contract.MUST, "Micronaut HTTP client", "io.micronaut.http.client.HttpClient")
          .why(
              "The threads of its event loop group, which keep the JVM from ending, and its"
                  + " connections stay until it is closed.")
          .remedy(
              "Let the application context inject it, which then closes it; or close() one"
                  + " that HttpClient.create(url) made when its last user is done. Closing what"
                  + " toBlocking() returns closes it, too.")
          .sharedWhenOpenedFrom(NETTY + "DefaultNettyHttpClientRegistry")
          .threadsKeepJvm(Keeps.CLIENTS, "multithreadEventLoopGroup-*")
          .in(CLIENT)
          .holdsNothingWith(field("nettyHttpClient", CLIENT_5))
          .wherePresent()
          .in(CLIENT, CLIENT_5)
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
          .wherePresent()
          .rule();

  static final Library LIBRARY = Library.of("micronaut", CLIENTS);

  private Micronaut() {}
}
