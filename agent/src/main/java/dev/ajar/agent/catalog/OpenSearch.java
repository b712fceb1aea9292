package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.ledger.Contract;

/**
 * The clients of OpenSearch that hold something: {@code RestClient} 2 and 3, and {@code
 * ApacheHttpClient5Transport} of the Java client, each with an asynchronous Apache client in it,
 * which knows where requests go. {@code RestClientTransport} closes the one that it is given. A
 * response is no resource: its body is read before the application gets it.
 */
final class OpenSearch {

  private static final String WHY =
      "It starts an Apache client, whose threads, one for each processor and one more, run until it"
          + " is closed.";

  private static final String REST = "org.opensearch.client.RestClient";
  private static final String TRANSPORT =
      "org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport";

  private static final Rule REST_CLIENT =
      family("OpenSearch", "org.opensearch.client.")
          .client(Contract.MUST, "OpenSearch RestClient", REST)
          .why(WHY)
          .remedy(
              "Share one for the application's life and close it at shutdown. Closing the"
                  + " RestClientTransport or RestHighLevelClient that has it closes it as well.")
          .threadsKeepJvm(Keeps.CLIENTS, "opensearch-rest-client-*")
          .in(REST)
          .opensWhenConstructed()
          .closes("close")
          .in(REST + "Builder")
          .ownsWhatOpensIn("build")
          .rule();

  private static final Rule HTTP_TRANSPORT =
      family("OpenSearch Java", "org.opensearch.client.")
          .client(Contract.MUST, "OpenSearch Java transport", TRANSPORT)
          .why(WHY)
          .remedy(
              "Share one OpenSearchClient for the application's life and close its transport at"
                  + " shutdown: client._transport().close().")
          .in(TRANSPORT)
          .opensWhenConstructed()
          .closes("close")
          .in(TRANSPORT + "Builder")
          .ownsWhatOpensIn("build")
          .rule();

  static final Library LIBRARY = Library.of("opensearch-rest-client", REST_CLIENT);
  static final Library LIBRARY_JAVA = Library.of("opensearch-java", HTTP_TRANSPORT);

  private OpenSearch() {}
}
