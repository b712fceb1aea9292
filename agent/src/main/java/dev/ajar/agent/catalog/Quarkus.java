package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.ledger.Contract;

/**
 * The REST client of Quarkus 3, over Vert.x. Never: the proxies that Quarkus injects, which it
 * closes at its end; and responses, which are in memory unless an application asks for a stream.
 */
final class Quarkus {

  private static final String REACTIVE = "org.jboss.resteasy.reactive.client.";
  private static final String CLIENT = REACTIVE + "impl.ClientImpl";
  private static final Value CONTEXT = parameter(REACTIVE + "impl.RestClientRequestContext");

  // Where nobody gives it an instance of Vert.x, as Quarkus does, it makes one, and closes it.
  private static final Rule CLIENTS =
      family("Quarkus", "org.jboss.resteasy.reactive.", "io.quarkus.")
          .client(Contract.SHOULD, "Quarkus REST client", CLIENT)
          .why(
              "It keeps its connections, and outside of Quarkus the threads of an instance of"
                  + " Vert.x, until it is closed.")
          .remedy(
              "Build one for the application's life and close() it at shutdown, a proxy with"
                  + " ((Closeable) proxy).close(); or inject it, and Quarkus closes it.")
          .in(CLIENT)
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .in(REACTIVE + "handlers.ClientSendRequestHandler")
          .uses(
              "handle",
              CONTEXT.call("getRestClient", CLIENT),
              CONTEXT.call("getUri", "java.net.URI"))
          .rule();

  static final Library LIBRARY = Library.of("quarkus-rest-client", CLIENTS);

  private Quarkus() {}
}
