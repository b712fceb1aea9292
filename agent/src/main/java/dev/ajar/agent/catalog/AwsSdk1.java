package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * AWS SDK for Java 1, 1.11 and 1.12: the clients of all services, with the Apache client in each.
 *
 * <p>Never to be closed: {@code IdleConnectionReaper}, the one thread of all clients, which goes
 * with the last of them.
 */
final class AwsSdk1 {

  private static final String ROOT = "com.amazonaws.";
  private static final String HTTP_CLIENT = ROOT + "http.AmazonHttpClient";
  private static final Family FAMILY = family("AWS SDK 1", ROOT, "org.apache.http.");

  // Its documentation both calls shutdown() optional and tells to shut down what is needed no more.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "AWS SDK 1 client", ROOT + "AmazonWebServiceClient")
          .why("It holds a connection pool until it is shut down, or finalized.")
          .remedy(
              "Build one client for each service, share it, and call shutdown() at the application's end.")
          .in(ROOT + "AmazonWebServiceClient")
          .opensWhenConstructed()
          .owning(field("client", HTTP_CLIENT))
          .closes("shutdown")
          .rule();

  // Inside a service client, or alone for requests to other services. It shuts down no more than
  // the connection manager of the Apache client in it, which knows where requests go.
  private static final Rule HTTP_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "AWS SDK 1 HTTP client", HTTP_CLIENT)
          .why("It holds a connection pool until it is shut down, or finalized.")
          .remedy("Share one for the application's life and call shutdown() at the end.")
          .threads("java-sdk-http-connection-reaper")
          .in(HTTP_CLIENT)
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>", self()) // the innermost constructor of it opens nothing
          .ownsWhatOpensIn("execute", self())
          .closes("shutdown")
          .rule();

  // The lease of the Apache client: reading to the end, closing and aborting all give it back.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "AWS SDK 1 response", ROOT + "services.s3.model.S3Object")
          .why(
              "It keeps a connection of the pool, 50 by default; when they are used up, requests fail"
                  + " after a wait of 10 s by default.")
          .remedy(
              "Read it to its end and close() it, or abort() its stream, on every path:"
                  + " try (var object = s3.getObject(request)) { ... }")
          .in(HTTP_CLIENT)
          .namesWhatIsHandedOutIn("execute")
          .rule();

  static final Library LIBRARY = Library.of("aws-sdk-1", CLIENTS, HTTP_CLIENTS, RESPONSES);

  private AwsSdk1() {}
}
