package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.ledger.Contract;

/** Hutool 5, whose requests go through {@code HttpURLConnection}. */
final class Hutool {

  private static final String HTTP = "cn.hutool.http.";

  // A response is known by its stream, which ends when the body is read to its end or the response
  // is closed. execute() does both before it returns; what executeAsync() returns is open.
  private static final Rule RESPONSE =
      family("Hutool", "cn.hutool.")
          .handout(Contract.SHOULD, "Hutool response", HTTP + "HttpResponse")
          .why("It keeps its connection until its body is read or it is closed.")
          .remedy(
              "Use execute(), which reads the whole body, or close what executeAsync() returns on"
                  + " every path: try (HttpResponse response = request.executeAsync()) { ... }")
          .in(HTTP + "HttpResponse")
          .ownsWhatOpensIn("<init>")
          .in(HTTP + "HttpInputStream")
          .opensWhenConstructed()
          .closes("close")
          .closesAtEndOf("read")
          .rule();

  static final Library LIBRARY = Library.of("hutool", RESPONSE);

  private Hutool() {}
}
