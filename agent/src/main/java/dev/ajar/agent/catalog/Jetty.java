package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The client of Jetty 9.4, 10, 11 and 12. */
final class Jetty {

  private static final String CLIENT = "org.eclipse.jetty.client.HttpClient";
  private static final String TRANSPORT = "org.eclipse.jetty.client.transport.";
  private static final String BEFORE_12 =
      "org.eclipse.jetty.client.util.InputStreamResponseListener";
  private static final String LISTENER = "org.eclipse.jetty.client.InputStreamResponseListener";
  private static final Family FAMILY = family("Jetty", "org.eclipse.jetty.");

  // What it holds, it holds from its start to its stop: one that was never started is garbage. What
  // is inside, a transport and a pool of threads, is started and stopped with it.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.MUST, "Jetty HttpClient", CLIENT)
          .why("A started one holds a pool of threads that keep the JVM from ending.")
          .remedy(
              "Start one HttpClient for the application's life and stop() it at shutdown,"
                  + " from a thread that is none of its own. Jetty 12 also has close().")
          .threadsKeepJvm(Keeps.CLIENTS, "HttpClient@*")
          .in(CLIENT)
          .reopensAtReturnFrom("doStart")
          .closes("doStop")
          .uses(
              "send",
              parameter("org.eclipse.jetty.client.HttpRequest").call("getURI", "java.net.URI"))
          .wherePresent()
          .in(TRANSPORT + "HttpDestination")
          .uses(
              "send",
              self().call("getHttpClient", CLIENT),
              parameter(TRANSPORT + "HttpRequest").call("getURI", "java.net.URI"))
          .rule();

  // The listener and not its stream, which is never asked for where the status is an error. It
  // holds nothing before the headers have come, and is done when all of the content has been read,
  // for what is not read holds up the connection.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Jetty response stream", LISTENER)
          .why("It keeps a connection, 64 for each destination by default, until it has been read.")
          .remedy(
              "Close the listener's stream on every path, also when the status is an error:"
                  + " try (InputStream content = listener.getInputStream()) { ... }")
          .in(BEFORE_12, LISTENER)
          .asksIn("<init>")
          .opensAfter("onHeaders", self())
          .openedFor(self())
          .closes("onSuccess", "onFailure", "onComplete")
          .in(LISTENER)
          .closes("close")
          .in(BEFORE_12 + "$Input")
          .closes("close", field("this$0", BEFORE_12))
          .rule();

  static final Library LIBRARY = Library.of("jetty", CLIENTS, RESPONSES);

  private Jetty() {}
}
