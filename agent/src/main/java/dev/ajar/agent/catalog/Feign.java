package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Feign 10 to 13, as it blocks. NEVER: its clients, which hold nothing but the client of the
 * library that they are made with, which is followed itself.
 */
final class Feign {

  private static final Family FAMILY =
      family("Feign", "feign.", "okhttp3.", "okio.", "org.apache.http.", "org.apache.hc.");

  // Feign closes what it decodes. What a method returns as a Response is left to the caller, where
  // it has not been read ahead: it is, up to 8 KiB of known length.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "Feign response", "feign.Response")
          .why("Until it is closed it keeps a connection of the client that Feign was built with.")
          .remedy(
              "Close a feign.Response on every path, try (Response response = api.get()) { ... },"
                  + " or let Feign decode the answer.")
          .in("feign.SynchronousMethodHandler")
          .namesWhatIsHandedOutIn("invoke")
          .rule();

  static final Library LIBRARY = Library.of("feign", RESPONSES);

  private Feign() {}
}
