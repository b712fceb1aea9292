package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Armeria 1: client factories of the application's own. NEVER: a {@code WebClient}, or any other
 * client, which is a configuration for its factory; the default factories, which are the JVM's,
 * refuse to be closed and are closed by a hook of Armeria's; the common worker group, which all
 * factories without one of their own share; and responses, which are streams that end, at the
 * latest, at the response timeout.
 */
final class Armeria {

  private static final String CLIENT = "com.linecorp.armeria.client.";
  private static final String FACTORY = CLIENT + "ClientFactory";
  private static final String DEFAULT_FACTORY = CLIENT + "DefaultClientFactory";
  private static final String HTTP_FACTORY = CLIENT + "HttpClientFactory";

  /** Where the default factories are made. */
  static final String DEFAULTS = DEFAULT_FACTORY + ".<clinit>";

  private static final Family FAMILY = family("Armeria", "com.linecorp.armeria.");

  // A factory of the application's that decorates another is not known: then no request counts.
  private static final Value ITS_FACTORY =
      parameter(CLIENT + "ClientRequestContext")
          .callInterface("options", CLIENT + "ClientOptions")
          .call("factory", FACTORY);
  private static final Value ITS_HOST =
      parameter(CLIENT + "Endpoint").call("authority", "java.lang.String");

  private static final Rule FACTORIES =
      FAMILY
          .client(Contract.SHOULD, "Armeria client factory", FACTORY)
          .why(
              "It keeps pools of connections, and the worker group if it was made for it, until it is"
                  + " closed.")
          .remedy(
              "Share one ClientFactory for the application's life and close() it at shutdown,"
                  + " or let closeOnJvmShutdown() do that, where the version has it. Without"
                  + " settings of your own use ClientFactory.ofDefault(), which needs no close.")
          .sharedWhenOpenedFrom(DEFAULTS)
          .threads("armeria-common-worker-*")
          .in(DEFAULT_FACTORY)
          .opensWhenConstructed()
          .owning(parameter(HTTP_FACTORY))
          .closes("close", "closeAsync")
          .usableAfterClose() // a request under way is seen when it gets its connection, after that
          .in(CLIENT + "HttpClientDelegate")
          .usesHost("acquireConnectionAndExecute0", ITS_FACTORY, ITS_HOST)
          .wherePresent()
          .usesHost("extractHost", ITS_FACTORY, ITS_HOST) // before there was that
          .wherePresent()
          .rule();

  // With workerGroup(group, false), or without one, there is nothing that it shuts down.
  private static final Rule WORKERS =
      FAMILY
          .part(Contract.SHOULD, "Armeria worker group", HTTP_FACTORY)
          .why("Its threads run until the client factory that it was made for is closed.")
          .remedy("Close the ClientFactory: it shuts its worker group down.")
          .sharedWhenOpenedFrom(DEFAULTS)
          .in(HTTP_FACTORY)
          .holdsNothingWithout(field("shutdownWorkerGroupOnClose", "boolean"))
          .opensWhenConstructed()
          .owning(field("workerGroup", "io.netty.channel.EventLoopGroup"))
          .closes("close", "closeAsync")
          .rule();

  static final Library LIBRARY = Library.of("armeria", FACTORIES, WORKERS);

  private Armeria() {}
}
