package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The client of RESTEasy 3.15, 4, 6 and 7, with its engines over Apache HttpClient 4. */
final class Resteasy {

  private static final String JAXRS = "org.jboss.resteasy.client.jaxrs.";
  private static final String CLIENT = JAXRS + "ResteasyClient";
  private static final String ENGINE = JAXRS + "ClientHttpEngine";
  private static final String ENGINES = JAXRS + "engines.";
  private static final String APACHE = "org.apache.http.client.HttpClient";
  private static final String ASYNC_APACHE =
      "org.apache.http.impl.nio.client.CloseableHttpAsyncClient";
  private static final Family FAMILY =
      family("RESTEasy", "org.jboss.resteasy.", "org.apache.http.");

  // An interface from version 4 on, implemented by ResteasyClientImpl. Its close closes the engine,
  // whoever made that.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "RESTEasy client", CLIENT)
          .why(
              "It holds the connections of its engine until it is closed. RESTEasy closes the"
                  + " engine of one that has become garbage, and newer versions warn then and ask"
                  + " to close clients.")
          .remedy(
              "Build one client for the application's life and close() it at shutdown; proxies and"
                  + " targets need no close.")
          .in(CLIENT, JAXRS + "internal.ResteasyClientImpl")
          .opensWhenConstructed()
          .owning(parameter(ENGINE))
          .wherePresent()
          .closes("close")
          .wherePresent()
          .in(JAXRS + "ResteasyClientBuilder", JAXRS + "internal.ResteasyClientBuilderImpl")
          .ownsWhatOpensIn("build")
          .wherePresent()
          .in(JAXRS + "internal.ClientInvocation")
          .uses("filterRequest", field("client", CLIENT), field("uri", "java.net.URI"))
          .rule();

  // An engine that is not to close the client it was given closes nothing. NEVER: the engine over
  // HttpURLConnection, which holds nothing.
  private static final Rule ENGINE_PARTS =
      FAMILY
          .part(Contract.SHOULD, "RESTEasy engine", ENGINE)
          .why("It holds the Apache client that it makes, or was given to close.")
          .remedy(
              "Close the RESTEasy client that uses it, or close() the engine itself, after"
                  + " the last client that uses it.")
          .in(ENGINES + "ManualClosingApacheHttpClient43Engine")
          .holdsNothingWithout(field("allowClosingHttpClient", "boolean"))
          .in(ENGINES + "ApacheHttpClient4Engine")
          .holdsNothingWithout(field("createdHttpClient", "boolean"))
          .in(
              ENGINES + "ManualClosingApacheHttpClient43Engine",
              ENGINES + "ApacheHttpClient4Engine")
          .opensWhenConstructed()
          .owning(field("httpClient", APACHE))
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .in(ENGINES + "ApacheHttpAsyncClient4Engine")
          .holdsNothingWithout(field("closeHttpClient", "boolean"))
          .opensWhenConstructed()
          .owning(field("client", ASYNC_APACHE))
          .closes("close")
          .rule();

  // Not ClientResponse: an entity that was read to its end or buffered, or is not there, holds
  // nothing. What is held is the lease of the Apache client.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "RESTEasy response", JAXRS + "internal.ClientResponse")
          .why("Until its entity has been read or it is closed, it keeps a connection.")
          .remedy(
              "Close the response on every path, also when the status is an error:"
                  + " try (Response response = target.request().get()) { ... }")
          .in(JAXRS + "internal.ClientInvocation")
          .asksIn("executorSubmit", self())
          .opensInsideFor("lambda$executorSubmit$*", self())
          .namesWhatIsHandedOutIn("invoke")
          .rule();

  static final Library LIBRARY = Library.of("resteasy", CLIENTS, ENGINE_PARTS, RESPONSES);

  private Resteasy() {}
}
