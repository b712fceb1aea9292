package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.ledger.Contract;

/**
 * The clients of Elasticsearch that hold something: {@code RestClient} 7.17 to 9.5, and {@code
 * Rest5Client} of the Java client 9, each with an asynchronous Apache client in it, which knows
 * where requests go. The Java client, its transports and {@code RestHighLevelClient} close the one
 * that they have, whether they made it or were given it. A response is no resource: its body is
 * read before the application gets it.
 */
final class Elasticsearch {

  private static final String WHY =
      "It starts an Apache client, whose threads, one for each processor and one more, run until it"
          + " is closed.";

  private static final String REST = "org.elasticsearch.client.RestClient";
  private static final String REST_5 =
      "co.elastic.clients.transport.rest5_client.low_level.Rest5Client";

  private static final Rule REST_CLIENT =
      family("Elasticsearch", "org.elasticsearch.client.", "co.elastic.clients.")
          .client(Contract.MUST, "Elasticsearch RestClient", REST)
          .why(WHY)
          .remedy(
              "Share one for the application's life and close it at shutdown. Closing the"
                  + " RestClientTransport or RestHighLevelClient that has it closes it as well.")
          .threadsKeepJvm(Keeps.CLIENTS, "elasticsearch-rest-client-*")
          .in(REST)
          .opensWhenConstructed()
          .closes("close")
          .in(REST + "Builder")
          .ownsWhatOpensIn("build")
          .rule();

  private static final Rule REST_5_CLIENT =
      family("Elasticsearch Java", "co.elastic.clients.")
          .client(Contract.MUST, "Elasticsearch Java Rest5Client", REST_5)
          .why(WHY)
          .remedy(
              "Share one ElasticsearchClient for the application's life and close() it at"
                  + " shutdown: that closes its transport, and so this.")
          .threadsKeepJvm(Keeps.CLIENTS, "elasticsearch-rest-client-*")
          .in(REST_5)
          .opensWhenConstructed()
          .owning(parameter("org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient"))
          .closes("close")
          .in(REST_5 + "Builder")
          .ownsWhatOpensIn("build")
          .rule();

  static final Library LIBRARY = Library.of("elasticsearch-rest-client", REST_CLIENT);
  static final Library LIBRARY_JAVA = Library.of("elasticsearch-java", REST_5_CLIENT);

  private Elasticsearch() {}
}
