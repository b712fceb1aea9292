package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** The clients of Ktor 2.3 and 3, on the JVM, and their engines. */
final class Ktor {

  private static final String CLIENT = "io.ktor.client.HttpClient";
  private static final String ENGINE = "io.ktor.client.engine.";
  private static final Family FAMILY = family("Ktor", "io.ktor.", "kotlinx.coroutines.", "kotlin.");

  // What a factory makes an engine for has to be closed, and its engine goes with it. A client of
  // an engine that it was given, and one that config { } derives from another, hold nothing of
  // their own. Coroutines enter a method again when they go on, so that the constructor of a
  // request is where one is counted.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "Ktor client", CLIENT)
          .why("It holds its engine's connections, and whatever else its engine is made of.")
          .remedy(
              "Create one client for the application's life, share it, and close() it at shutdown;"
                  + " one that serves a single job goes into use { }.")
          .in(CLIENT + "Kt")
          .opensWhatReturnsFrom("HttpClient")
          .openedFor(parameter(ENGINE + "HttpClientEngineFactory")) // in this overload alone
          .ownsWhatOpensIn("HttpClient")
          .in(CLIENT)
          .closes("close")
          .in("io.ktor.client.statement.HttpStatement")
          .uses(
              "<init>",
              parameter(CLIENT),
              parameter("io.ktor.client.request.HttpRequestBuilder")
                  .call("getUrl", "io.ktor.http.URLBuilder"))
          .rule();

  private static final Rule ENGINES =
      FAMILY
          .part(Contract.SHOULD, "Ktor engine", ENGINE + "HttpClientEngine")
          .why("It holds the connections of the clients that use it.")
          .remedy(
              "Close the engine that was made by hand, after the last client that uses it: a"
                  + " client that is given one does not close it.")
          .in(ENGINE + "HttpClientEngineBase")
          .opensWhenConstructed()
          .closes("close")
          .in(ENGINE + "java.JavaHttpEngine")
          .ownsWhatOpensIn("getJavaHttpClient", self())
          .in(ENGINE + "okhttp.OkHttpEngine")
          .ownsWhatOpensIn("createOkHttpClient", self())
          .in(ENGINE + "apache5.Apache5Engine")
          .ownsWhatOpensIn("engine", self())
          .in(ENGINE + "apache.ApacheEngine")
          .ownsWhatOpensIn("prepareClient", self())
          .rule();

  static final Library LIBRARY = Library.of("ktor", CLIENTS, ENGINES);

  private Ktor() {}
}
