package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * The JAX-RS and JAX-WS clients of Apache CXF 3.5, 3.6 and 4. Never: the JAX-WS clients that CXF
 * makes for itself, to ask a security token service, say, which come from no factory.
 */
final class Cxf {

  private static final String JAXRS = "org.apache.cxf.jaxrs.client.";
  private static final String CLIENT = JAXRS + "spec.ClientImpl";
  private static final String WEB_CLIENT = JAXRS + "AbstractClient";
  private static final String ENDPOINT_CLIENT = "org.apache.cxf.endpoint.Client";
  private static final String URI = "java.net.URI";
  private static final Family FAMILY = family("CXF", "org.apache.cxf.");

  // Makes a web client for each target at its first request, which its close closes.
  private static final Rule CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "CXF client", CLIENT)
          .why(
              "Clients are heavy-weight and must be properly closed before they are disposed of,"
                  + " says the documentation of JAX-RS, or they leak resources.")
          .remedy("Build one Client for the application's life and close() it at shutdown.")
          .in(CLIENT)
          .opensWhenConstructed()
          .closes("close")
          .in(CLIENT + "$WebTargetImpl")
          .ownsWhatOpensIn("initTargetClientIfNeeded", field("this$0", CLIENT))
          .uses("initTargetClientIfNeeded", field("this$0", CLIENT), self().call("getUri", URI))
          .rule();

  // What a factory made: a copy (fromClient, a sub-resource, one for each request of a target) has
  // the configuration, and so the conduit, of its original.
  private static final Rule WEB_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "CXF web client", JAXRS + "Client")
          .why(
              "From CXF 3.6 on its conduit holds a client of java.net.http, with a thread of"
                  + " its own, until it is closed or, some time after it has become garbage,"
                  + " finalized.")
          .remedy(
              "Create it once and keep it, thread-safe (a parameter of its factory) if"
                  + " threads share it, or close() it when it is done with. A proxy is closed with"
                  + " WebClient.client(proxy).close().")
          .in(JAXRS + "JAXRSClientFactoryBean")
          .opensAfter("initClient", parameter(WEB_CLIENT))
          .in(WEB_CLIENT)
          .closes("close")
          .uses("doRunInterceptorChain", self().call("getCurrentURI", URI))
          .rule();

  // Behind each proxy, whose close(), and finalizer, destroys it; and behind each dispatch, which
  // has no finalizer. Where a request goes is in its context, not in the client.
  private static final Rule SERVICE_CLIENTS =
      FAMILY
          .client(Contract.SHOULD, "CXF service client", ENDPOINT_CLIENT)
          .why(
              "From CXF 3.6 on its conduit holds a client of java.net.http, with a thread of"
                  + " its own, until it, its proxy or its dispatch is closed; only a proxy has a"
                  + " finalizer, which does so at some time.")
          .remedy(
              "Create it once and keep it, or destroy() it when it is done with; a proxy or a"
                  + " dispatch is closed with ((Closeable) proxy).close().")
          .in("org.apache.cxf.frontend.ClientFactoryBean")
          .opensWhatReturnsFrom("createClient")
          .in("org.apache.cxf.jaxws.DispatchImpl")
          .opensWhenConstructed(field("client", ENDPOINT_CLIENT))
          .in("org.apache.cxf.endpoint.ClientImpl")
          .closes("destroy")
          .uses("doInvoke")
          .rule();

  // Not ResponseImpl: one that was read to its end, or has no entity, holds nothing. What is held
  // is the stream of the JDK's client.
  private static final Rule RESPONSES =
      FAMILY
          .handout(Contract.MUST, "CXF response", "org.apache.cxf.jaxrs.impl.ResponseImpl")
          .why("Until its entity has been read or it is closed, it keeps a connection.")
          .remedy(
              "Close the response on every path, also when the status is an error:"
                  + " try (Response response = client.get()) { ... }")
          .in(JAXRS + "WebClient", JAXRS + "ClientProxyImpl")
          .namesWhatIsHandedOutIn("doChainedInvocation")
          .rule();

  static final Library LIBRARY =
      Library.of("cxf", CLIENTS, WEB_CLIENTS, SERVICE_CLIENTS, RESPONSES);

  private Cxf() {}
}
