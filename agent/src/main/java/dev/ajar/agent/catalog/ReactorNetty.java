package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Reactor Netty 1.1 to 1.3: providers and loops of the application's own. Never: an {@code
 * HttpClient}, which is a configuration; {@code HttpResources}, {@code TcpResources} and {@code
 * UdpResources} with all that they hold, which are the JVM's; a {@code NewConnectionProvider},
 * which keeps no connection; and a provider or loops that were never used, which hold nothing.
 */
final class ReactorNetty {

  private static final String RESOURCES = "reactor.netty.resources.";
  private static final String PROVIDER = RESOURCES + "ConnectionProvider";
  private static final String LOOPS = RESOURCES + "LoopResources";
  private static final String DEFAULT_LOOPS = RESOURCES + "DefaultLoopResources";
  private static final String HTTP = "reactor.netty.http.HttpResources";
  private static final String TCP = "reactor.netty.tcp.TcpResources";
  private static final String UDP = "reactor.netty.udp.UdpResources";
  private static final String COSMOS = "com.azure.cosmos.implementation.";
  private static final Family FAMILY = family("Reactor Netty", "reactor.netty.");

  // What disposeLater() returns does nothing until somebody subscribes to it: then its lambda runs,
  // as it does in dispose(). A disposed provider makes new pools if it is used again. The provider
  // for HTTP/2 is made for one of these, and goes through it.
  private static final Rule PROVIDERS =
      FAMILY
          .client(Contract.SHOULD, "Reactor Netty connection provider", PROVIDER)
          .why("It keeps the connections of its pools open until it is disposed.")
          .remedy(
              "Keep one for the application's life and call dispose() at shutdown, or subscribe to"
                  + " disposeLater(): without a subscriber it does nothing.")
          .sharedWhenOpenedFrom(
              HTTP,
              TCP,
              UDP,
              COSMOS + "http.SharedGatewayHttpClient",
              COSMOS + "clienttelemetry.ClientTelemetry")
          .in(RESOURCES + "DefaultPooledConnectionProvider")
          .opensWhenConstructed()
          .onceUsed()
          .in(RESOURCES + "PooledConnectionProvider")
          .uses("acquire", parameter("java.util.function.Supplier"))
          .closes("lambda$disposeLater$*")
          .in(HTTP, TCP)
          .closes("set", parameter(PROVIDER)) // from now on it is the JVM's
          .usableAfterClose()
          .rule();

  // Its event loop groups are made when they are first asked for, each with a thread factory.
  private static final Rule LOOP_RESOURCES =
      FAMILY
          .client(Contract.SHOULD, "Reactor Netty loop resources", LOOPS)
          .why("The threads of its event loops run until it is disposed.")
          .remedy(
              "Share one for the application's life and call dispose() at shutdown, or subscribe to"
                  + " disposeLater(): without a subscriber it does nothing.")
          .sharedWhenOpenedFrom(HTTP, TCP, UDP)
          .in(DEFAULT_LOOPS)
          .opensWhenConstructed()
          .onceUsed()
          .opensAfter("threadFactory", parameter(DEFAULT_LOOPS))
          .ownsWhatOpensIn("cacheNioServerLoops", self())
          .ownsWhatOpensIn("cacheNioSelectLoops", self())
          .ownsWhatOpensIn("cacheNativeServerLoops", self())
          .ownsWhatOpensIn("cacheNativeSelectLoops", self())
          .closes("lambda$disposeLater$*")
          .in(HTTP, TCP, UDP)
          .closes("set", parameter(LOOPS))
          .usableAfterClose()
          .rule();

  static final Library LIBRARY = Library.of("reactor-netty", PROVIDERS, LOOP_RESOURCES);

  private ReactorNetty() {}
}
