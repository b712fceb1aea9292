package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Google HTTP client 1 and 2. NEVER: a transport. That of the JDK holds nothing, and its shutdown()
 * does nothing; those over Apache hold nothing but their client, which is followed itself, and
 * which shutdown() closes, also one that they were given.
 */
final class GoogleHttpClient {

  private static final String HTTP = "com.google.api.client.http.";
  private static final Family FAMILY =
      family("Google HTTP client", "com.google.api.client.", "org.apache.http.", "org.apache.hc.");

  // execute() throws where the status is an error, and has let go of the response then, if it was
  // not told otherwise (setThrowExceptionOnExecuteError).
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Google HTTP client response", HTTP + "HttpResponse")
          .why(
              "It keeps a connection of its transport until it has been read to its end or is"
                  + " disconnected.")
          .remedy(
              "Disconnect the response on every path, unless parseAs(...) has read it:"
                  + " finally { response.disconnect(); }")
          .in(HTTP + "HttpRequest")
          .namesWhatIsHandedOutIn("execute")
          .rule();

  static final Library LIBRARY = Library.of("google-http-client", RESPONSES);

  private GoogleHttpClient() {}
}
