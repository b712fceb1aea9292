package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.ledger.Contract;

/** The JDK's own client, {@code java.net.http}; it has methods to close it from 21 on. */
final class JdkHttpClient {

  private static final String INTERNAL = "jdk.internal.net.http.";
  private static final boolean CLOSEABLE = Runtime.version().feature() >= 21;

  // What the application holds is a facade; the facade's constructor returns before the client
  // stands, so the factory's result is what counts.
  private static final Rule CLIENT =
      family("java.net.http", "java.net.http.", "jdk.internal.net.http.")
          .client(Contract.MAY, "java.net.http client", "java.net.http.HttpClient")
          .why(
              CLOSEABLE
                  ? "Closing it is optional, says its documentation: one that nobody uses any more is"
                      + " reclaimed. Until then each holds a selector thread and its connections."
                  : "This JDK has no method to close it; one that nobody uses any more is reclaimed."
                      + " Until then each holds a selector thread and its connections.")
          .remedy(
              CLOSEABLE
                  ? "Build one HttpClient for the application's life and share it; where one is needed"
                      + " for a while only, use it in try-with-resources."
                  : "Build one HttpClient for the application's life and share it.")
          .in(INTERNAL + "HttpClientImpl")
          .opensWhatReturnsFrom("create")
          .in(INTERNAL + "HttpClientFacade")
          .uses("send", parameter("java.net.http.HttpRequest"))
          .uses("sendAsync", parameter("java.net.http.HttpRequest"))
          .closes("close", "shutdown", "shutdownNow")
          .wherePresent()
          .rule();

  static final Library LIBRARY = Library.of("java.net.http", CLIENT);

  private JdkHttpClient() {}
}
