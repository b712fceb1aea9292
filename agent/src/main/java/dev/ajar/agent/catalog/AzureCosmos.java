package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Azure Cosmos DB 4.40 to 4.81. Never: what clients share that were built to share connections, and
 * what asks for the metadata of the machine; the other clients of Azure, which have no close; and
 * its credentials, which hold nothing.
 */
final class AzureCosmos {

  private static final String CLIENT = "com.azure.cosmos.CosmosClient";
  private static final String ASYNC_CLIENT = "com.azure.cosmos.CosmosAsyncClient";
  private static final Family FAMILY = family("Azure Cosmos DB", "com.azure.");

  private static final String WHY =
      "It keeps its connections and the threads that refresh what it knows of the account until it"
          + " is closed.";

  private static final String REMEDY =
      "Build one for the application's life, as its documentation advises, and call close() at"
          + " shutdown.";

  // It is a CosmosAsyncClient inside. A build that fails closes what it has made.
  private static final Rule SYNC =
      FAMILY
          .client(Contract.MUST, "Azure Cosmos DB client", CLIENT)
          .why(WHY)
          .remedy(REMEDY)
          .threads("cosmos-*")
          .in(CLIENT)
          .ownsWhatOpensIn("<init>")
          .opensWhenConstructed()
          .closes("close")
          .rule();

  // Inside are a connection provider of Reactor Netty and, unless it goes through the gateway only,
  // an event loop group.
  private static final Rule ASYNC =
      FAMILY
          .client(Contract.MUST, "Azure Cosmos DB async client", ASYNC_CLIENT)
          .why(WHY)
          .remedy(REMEDY)
          .threads("cosmos-*")
          .in(ASYNC_CLIENT)
          .ownsWhatOpensIn("<init>")
          .opensWhenConstructed()
          .closes("close")
          .rule();

  static final Library LIBRARY = Library.of("azure-cosmos", SYNC, ASYNC);

  private AzureCosmos() {}
}
