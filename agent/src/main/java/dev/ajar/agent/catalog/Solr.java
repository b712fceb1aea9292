package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * SolrJ 8 to 10: its clients over Apache HttpClient 4, Jetty and {@code java.net.http}, in each of
 * which the client of that library lies and knows where requests go; and those that balance, find
 * and stream over these. NEVER: a client that was given the one to use ({@code withHttpClient}),
 * for its close closes nothing; the one that it was given is judged. {@code HttpJettySolrClient} of
 * 10 is in a jar of its own, which could not be had, and is not watched; the Jetty client in it is.
 */
final class Solr {

  private static final String SOLRJ = "org.apache.solr.client.solrj.";
  private static final String IMPL = SOLRJ + "impl.";
  private static final String APACHE = IMPL + "HttpSolrClient";
  private static final String JETTY = IMPL + "Http2SolrClient";
  private static final String JDK = IMPL + "HttpJdkSolrClient";
  private static final String BALANCER = IMPL + "LBSolrClient";
  private static final String APACHE_BALANCER = IMPL + "LBHttpSolrClient";
  private static final String CLOUD = IMPL + "CloudSolrClient";
  private static final String CLOUD_LEGACY = IMPL + "CloudLegacySolrClient";
  private static final String CLOUD_HTTP_2 = IMPL + "CloudHttp2SolrClient";
  private static final String UPDATE = IMPL + "ConcurrentUpdate";
  private static final Family FAMILY =
      family("SolrJ", "org.apache.solr.", "org.apache.http.", "org.eclipse.jetty.");

  // ofClass: what goes by the name of HttpSolrClient after 10 is the base of the others.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.MUST, "SolrJ client", SOLRJ + "SolrClient")
          .why(
              "Its threads run and its connections stay until it is closed; those of Http2SolrClient"
                  + " and HttpJdkSolrClient keep the JVM from ending.")
          .remedy("Build one client for the application's life and close() it at shutdown.")
          .in(APACHE)
          .holdsNothingWithout(field("internalClient", "boolean"))
          .opensWhenConstructed()
          .ofClass(APACHE)
          .in(JETTY)
          .holdsNothingWithout(field("closeClient", "boolean"))
          .in(JETTY, JDK)
          .opensWhenConstructed()
          .in(APACHE, JETTY, JDK)
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .rule();

  // It holds nothing before a server has failed, from when on a thread asks for that, unless it has
  // made the Apache client that it uses.
  private static final Rule BALANCERS =
      FAMILY
          .client(Contract.SHOULD, "SolrJ load balancer", BALANCER)
          .why("Once a server has failed, its thread runs until it is closed.")
          .remedy("Build one for the application's life and close() it at shutdown.")
          .in(BALANCER)
          .opensWhenConstructed()
          .onceUsed()
          .opensAfter("startAliveCheckExecutor", self())
          .closes("close")
          .in(APACHE_BALANCER)
          .opensAfter("constructClient", self())
          .ownsWhatOpensIn("constructClient", self())
          .rule();

  // Who knows the nodes may be made before it is. 9 made its base of what was the client in 8.
  private static final Rule CLOUD_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "SolrJ cloud client", CLOUD)
          .why("It holds what finds the nodes, to ZooKeeper or over HTTP, until it is closed.")
          .remedy("Build one client for the application's life and close() it at shutdown.")
          .in(CLOUD)
          .opensWhenConstructed()
          .ofClass(CLOUD)
          .in(CLOUD_LEGACY, CLOUD_HTTP_2)
          .opensWhenConstructed()
          .in(CLOUD, CLOUD_LEGACY, CLOUD_HTTP_2)
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .in(CLOUD + "$Builder", CLOUD_LEGACY + "$Builder", CLOUD_HTTP_2 + "$Builder")
          .ownsWhatOpensIn("build")
          .wherePresent()
          .rule();

  private static final Rule UPDATE_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "SolrJ concurrent update client", UPDATE + "SolrClient")
          .why("It holds a queue and the threads that empty it until it is closed.")
          .remedy("Build one for a run of updates and close() it behind the last of them.")
          .in(UPDATE + "SolrClient", UPDATE + "Http2SolrClient", UPDATE + "BaseSolrClient")
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .closes("close", "shutdownNow")
          .rule();

  // What a parser that hands the stream out, such as InputStreamResponseParser, leaves to the
  // caller; all else is closed by the client. Over Jetty it goes by Jetty's name.
  private static final Rule STREAMS =
      FAMILY
          .handout(Contract.MUST, "SolrJ response stream", IMPL + "InputStreamResponseParser")
          .why("Until it is closed it keeps a connection of its client.")
          .remedy("Close the InputStream that the answer has under \"stream\", on every path.")
          .in(APACHE, JDK)
          .namesWhatIsHandedOutIn("request")
          .rule();

  static final Library LIBRARY =
      Library.of("solrj", CLIENTS, BALANCERS, CLOUD_CLIENTS, UPDATE_CLIENTS, STREAMS);

  private Solr() {}
}
