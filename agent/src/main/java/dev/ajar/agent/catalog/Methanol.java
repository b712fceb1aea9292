package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.ledger.Contract;

/**
 * The caches of Methanol 1.5 to 1.9. Its client holds nothing but a client of the JDK, which is
 * judged as such.
 */
final class Methanol {

  private static final String ROOT = "com.github.mizosoft.methanol.";

  // A cache is known by its store on disk: no client closes the cache that it was given, and one in
  // memory, or in a store of somebody else's, holds nothing.
  private static final Rule CACHE =
      family("Methanol", ROOT)
          .client(Contract.MUST, "Methanol cache", ROOT + "HttpCache")
          .why(
              "It locks its directory, and entries may be lost if it is not closed after its"
                  + " last use.")
          .remedy("Close the cache at shutdown, after its client's last request: cache.close().")
          .in(ROOT + "internal.cache.DiskStore")
          .opensWhenConstructed()
          .closes("close", "dispose")
          .rule();

  static final Library LIBRARY = Library.of("methanol", CACHE);

  private Methanol() {}
}
