package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The client of Jersey 2, 3 and 4. */
final class Jersey {

  private static final String JERSEY = "org.glassfish.jersey.client.";
  private static final String CLIENT = JERSEY + "JerseyClient";
  private static final String REQUEST = JERSEY + "ClientRequest";
  private static final String URI = "java.net.URI";
  private static final Family FAMILY =
      family("Jersey", "org.glassfish.jersey.", "org.apache.http.", "org.apache.hc.");

  // A run time with its connector, which may hold a client or threads of another library, is made
  // at the first request, and anew for each target with a configuration of its own. The client's
  // close closes them all; a run time that is collected closes its connector, too.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "Jersey client", CLIENT)
          .why(
              "Clients are heavy-weight and must be properly closed before they are disposed of,"
                  + " says the documentation of JAX-RS, or they leak resources.")
          .remedy(
              "Build one Client for the application's life and close() it at shutdown; targets and"
                  + " invocations need no close.")
          .threadsKeepJvm(Keeps.CLIENTS, "jersey-client-async-executor-*")
          .in(CLIENT)
          .opensWhenConstructed()
          .closes("close")
          .in(JERSEY + "ClientConfig$State")
          .ownsWhatOpensIn("initRuntime", field("client", CLIENT))
          .in(JERSEY + "JerseyInvocation")
          .uses(
              "invoke",
              field("requestContext", REQUEST).call("getClient", CLIENT),
              field("requestContext", REQUEST).call("getUri", URI))
          .in(JERSEY + "ClientRuntime")
          .uses(
              "createRunnableForAsyncProcessing",
              parameter(REQUEST).call("getClient", CLIENT),
              parameter(REQUEST).call("getUri", URI))
          .rule();

  // Not InboundJaxrsResponse: an entity that is read to its end, by readEntity or from its stream,
  // or buffered, or that is not there, holds nothing, and the response object may be gone while its
  // stream is being read. What is held is what the connector was handed out: a lease of an Apache
  // client, a stream of the JDK's. NEVER: responses of the connectors for Netty, Jetty and Grizzly,
  // which have read all of the entity into memory.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Jersey response", JERSEY + "InboundJaxrsResponse")
          .why("Until its entity has been read or it is closed, it keeps a connection.")
          .remedy(
              "Close the response on every path, also when the status is an error:"
                  + " try (Response response = target.request().get()) { ... }")
          .in(JERSEY + "JerseyInvocation")
          .namesWhatIsHandedOutIn("invoke")
          .in(JERSEY + "ClientRuntime")
          .asksIn("createRunnableForAsyncProcessing", parameter(REQUEST))
          .opensInsideFor("lambda$createRunnableForAsyncProcessing$*", parameter(REQUEST))
          .namesWhatIsHandedOutIn("lambda$createRunnableForAsyncProcessing$*")
          .rule();

  static final Library LIBRARY = Library.of("jersey", CLIENTS, RESPONSES);

  private Jersey() {}
}
