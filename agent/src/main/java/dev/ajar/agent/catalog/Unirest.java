package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** Unirest 3.14, whose clients are Apache's, and 4, whose client is the JDK's. */
final class Unirest {

  private static final String INSTANCE = "UnirestInstance";
  private static final String ROOT_3 = "kong.unirest.";

  static final Library LIBRARY_3 =
      library("unirest-3", "Unirest 3", ROOT_3, "shutDown", "close() or shutDown()");
  static final Library LIBRARY_4 =
      library("unirest-4", "Unirest 4", "kong.unirest.core.", "reset", "close()");

  private static Library library(
      String name, String title, String root, String close, String closeCall) {
    Family family = family(title, root);
    String type = root + INSTANCE;
    RuleBuilder instance =
        family
            .client(Contract.SHOULD, title + " instance", type)
            .why("From its first request on it holds an HTTP client, which its close lets go of.")
            .remedy(
                "Keep one instance for the application's life and close it at shutdown, with "
                    + closeCall
                    + ".")
            .sharedWhenOpenedFrom(root + "Unirest.<clinit>");
    // The static instance behind Unirest.get() and the like: one for the JVM, and nobody's to
    // close.
    RuleBuilder primary =
        family
            .client(Contract.NEVER, title + " primary instance", type)
            .why("There is one, for the whole life of the application.")
            .remedy(
                "It need not be closed; Unirest.shutDown() at the application's end lets go of its"
                    + " clients, and of their threads.");
    lives(instance, root, close);
    lives(primary, root, close);
    // Of both, for what they say depends on no type.
    owns(instance, root);
    uses(instance, root);
    return Library.of(name, instance.rule(), primary.rule());
  }

  // An instance is known by its configuration, which makes the client at the first request, and
  // once more at the first request after a close.
  private static void lives(RuleBuilder rule, String root, String close) {
    rule.in(root + INSTANCE).opensAfter("<init>", parameter(root + "Config"));
    rule.in(root + "Config").closes(close).usableAfterClose().reopensAtReturnFrom("buildClient");
    if (root.equals(ROOT_3)) {
      // Its addShutdownHook() closes the clients, and with them all that it holds.
      rule.reopensAtReturnFrom("buildAsyncClient").closedByItsPart();
      rule.ownsAfter("httpClient", parameter("org.apache.http.client.HttpClient"));
    }
  }

  private static void owns(RuleBuilder rule, String root) {
    rule.in(root + "Config").ownsWhatOpensIn("buildClient", Value.self());
    if (root.equals(ROOT_3)) {
      rule.ownsWhatOpensIn("buildAsyncClient", Value.self());
    }
  }

  private static void uses(RuleBuilder rule, String root) {
    Value config = field("config", root + "Config");
    if (root.equals(ROOT_3)) {
      rule.in(root + "BaseRequest").uses("request", config, field("url", root + "Path"));
      rule.in(root + "Config").uses("getAsyncClient");
    } else {
      Value request = parameter(root + "HttpRequest");
      rule.in(root + "java.JavaClient")
          .uses("request", config, request.callInterface("getUrl", "java.lang.String"));
    }
  }

  private Unirest() {}
}
