package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * AWS SDK for Java 2, from 2.20 on: the clients of all services, and the HTTP clients below them.
 *
 * <p>Never to be closed: {@code UrlConnectionHttpClient}, whose {@code close()} is empty and which
 * holds nothing; the event loop group and the connection reaper that all clients share.
 */
final class AwsSdk2 {

  private static final String ROOT = "software.amazon.awssdk.";
  private static final String HANDLER = ROOT + "core.client.handler.";
  private static final String CORE = ROOT + "core.internal.";
  private static final String CONTEXT = ROOT + "core.http.ExecutionContext";
  private static final String REQUEST = ROOT + "http.SdkHttpRequest";
  private static final Value HOST =
      parameter(ROOT + "http.async.AsyncExecuteRequest")
          .call("request", REQUEST)
          .callInterface("host", "java.lang.String");
  private static final Family FAMILY = family("AWS SDK 2", ROOT);

  // A service client is known by its handler, which is what its requests pass. Decorators of it,
  // for regions or for the common runtime, close it. What opens while a request runs is a response,
  // or else something that the request needs, such as a client of STS for its credentials.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "AWS SDK 2 client", ROOT + "core.SdkClient")
          .why("It holds an HTTP client with its connections, and executors.")
          .remedy(
              "Build one client for each service, share it, and close it at shutdown. An HTTP"
                  + " client that it was given with httpClient(...) has to be closed after the last"
                  + " service client that uses it; one from httpClientBuilder(...) is closed with"
                  + " the service client.")
          .threads("sdk-ScheduledExecutor-*", "sdk-async-response-*")
          .in(ROOT + "services.*Default*Client")
          .opensAfter("<init>", field("clientHandler", HANDLER + "SyncClientHandler"))
          .wherePresent()
          .opensAfter("<init>", field("clientHandler", HANDLER + "AsyncClientHandler"))
          .wherePresent()
          .closes("close", field("clientHandler", HANDLER + "SyncClientHandler"))
          .wherePresent()
          .closes("close", field("clientHandler", HANDLER + "AsyncClientHandler"))
          .wherePresent()
          .in(ROOT + "core.client.builder.SdkDefaultClientBuilder")
          .ownsWhatOpensIn("build")
          .in(ROOT + "core.client.builder.SdkDefaultClientBuilder$NonManagedSdkHttpClient")
          .leavesOpen("close", field("delegate", ROOT + "http.SdkHttpClient"))
          .in(ROOT + "core.client.builder.SdkDefaultClientBuilder$NonManagedSdkAsyncHttpClient")
          .leavesOpen("close", field("delegate", ROOT + "http.async.SdkAsyncHttpClient"))
          .in(CORE + "handler.BaseSyncClientHandler", CORE + "handler.BaseAsyncClientHandler")
          .ownsWhatOpensIn("execute", self())
          .rule();

  // They use an Apache client each, which knows where requests go, and lies inside.
  private static final Rule HTTP_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "AWS SDK 2 HTTP client", ROOT + "http.SdkHttpClient")
          .why("It holds a connection pool; a service client that was given it does not close it.")
          .remedy(
              "Close it after the last service client that uses it, or give each of those"
                  + " httpClientBuilder(...) instead of httpClient(...).")
          .threads("idle-connection-reaper")
          .in(ROOT + "http.apache.ApacheHttpClient", ROOT + "http.apache5.Apache5HttpClient")
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .rule();

  private static final Rule ASYNC_HTTP_CLIENTS =
      FAMILY
          .client(
              Contract.MUST, "AWS SDK 2 async HTTP client", ROOT + "http.async.SdkAsyncHttpClient")
          .why(
              "It holds an event loop, its own or a share in a common one, and connections outside"
                  + " the reach of the garbage collector.")
          .remedy(
              "Close it after the last service client that uses it; a service client closes"
                  + " one that it has made itself, by default or from httpClientBuilder(...).")
          .threads("aws-java-sdk-NettyEventLoop-*")
          .in(ROOT + "http.nio.netty.NettyNioAsyncHttpClient")
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .usesHost("execute", self(), HOST)
          .in(ROOT + "http.crt.AwsCrtHttpClientBase", ROOT + "http.crt.AwsCrtAsyncHttpClient")
          .opensWhenConstructed()
          .closes("close")
          .wherePresent()
          .in(ROOT + "http.crt.AwsCrtAsyncHttpClient")
          .usesHost("execute", self(), HOST)
          .in(ROOT + "http.crt.AwsCrtHttpClient")
          .usesHost(
              "prepareRequest",
              self(),
              parameter(ROOT + "http.HttpExecuteRequest")
                  .call("httpRequest", REQUEST)
                  .callInterface("host", "java.lang.String"))
          .rule();

  // The lease of the Apache client below lies inside. Both open deeper in the SDK than stacks are
  // kept, those of an asynchronous client on a thread of its own; so who asked is noted before.
  // Versions differ in which of the two classes of streams reads.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "AWS SDK 2 response", ROOT + "core.ResponseInputStream")
          .why(
              "It keeps a connection of the pool, 50 by default; when they are used up, requests fail"
                  + " after a wait of 10 s by default.")
          .remedy(
              "Read it to its end, close() it, or abort() it on every path:"
                  + " try (var object = s3.getObject(request)) { ... }")
          .in(ROOT + "core.ResponseInputStream")
          .opensWhenConstructed()
          .closes("abort")
          .closesAtEndOf("read")
          .wherePresent()
          .in(ROOT + "core.io.SdkFilterInputStream")
          .closes("close")
          .closesAtEndOf("read")
          .in(CORE + "handler.BaseSyncClientHandler")
          .asksIn("createStreamingCombinedResponseHandler", parameter(CONTEXT))
          .opensInsideFor("doExecute", parameter(CONTEXT))
          .in(CORE + "async.InputStreamResponseTransformer")
          .asksIn("prepare")
          .opensInsideFor("onStream", self())
          .rule();

  static final Library LIBRARY =
      Library.of("aws-sdk-2", CLIENTS, HTTP_CLIENTS, ASYNC_HTTP_CLIENTS, RESPONSES);

  private AwsSdk2() {}
}
