package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Vert.x 4.5 and 5. Never: a {@code WebClient}, whose close is that of the HTTP client that it was
 * given or has made; and a shared client of 4 itself, which ends with the last of its handles.
 */
final class Vertx {

  static final String HTTP = "io.vertx.core.http.impl.";
  private static final String CLIENT = HTTP + "HttpClientImpl";
  private static final String HANDLE = HTTP + "CleanableHttpClient";
  static final String SOCKETS = HTTP + "WebSocketClientImpl";
  static final String VERTX = "io.vertx.core.impl.VertxImpl";
  static final String SHARED_4 = "io.vertx.core.impl.SharedClientHolder";
  static final String VERTX_4 = "io.vertx.core.impl.VertxInternal";
  private static final String VERTX_5 = "io.vertx.core.internal.VertxInternal";
  static final String ADDRESS = "io.vertx.core.net.SocketAddress";
  private static final Value CONNECTION = parameter("io.vertx.core.http.HttpConnection");
  static final Family FAMILY = family("Vert.x", "io.vertx.");

  // A close goes through clients, verticles, event bus and cluster, each of which may keep its
  // Future from ending. Only then do the threads stop.
  private static final Rule INSTANCES =
      FAMILY
          .client(Contract.MUST, "Vert.x instance", "io.vertx.core.Vertx")
          .why("The threads of its event loops keep the JVM from ending until it is closed.")
          .remedy(
              "Create one for the application's life, call close() at shutdown, and wait there until"
                  + " the Future that it returns has ended.")
          .threadsKeepJvm(Keeps.ANYTHING, "vert.x-*")
          .threads("vertx-blocked-thread-checker")
          .in(VERTX)
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .beginsToClose("close")
          .closesAtEntryOf("deleteCacheDirAndShutdown")
          .rule();

  private static final Rule CLIENTS_4 =
      FAMILY
          .client(Contract.SHOULD, "Vert.x 4 HTTP client", "io.vertx.core.http.HttpClient")
          .why("It keeps the connections of its pool until it, or its Vert.x instance, is closed.")
          .remedy(
              "Create one for the application, or one in each verticle, whose undeployment"
                  + " closes it, and close() it when its last user is done. Closing a WebClient"
                  + " closes the client in it, also one that it was given to wrap.")
          .sharedWhenOpenedFrom(SHARED_4)
          .in(CLIENT, HTTP + "SharedHttpClient")
          .opensWhenConstructed()
          .ownedBy(parameter(VERTX_4))
          .wherePresent()
          .in(CLIENT, HTTP + "HttpClientBase", HTTP + "SharedHttpClient")
          .closes("close")
          .wherePresent()
          .in(CLIENT)
          .usesHost("doRequest", self(), parameter(ADDRESS))
          .wherePresent()
          .in(HTTP + "SharedHttpClient")
          .uses("request")
          .wherePresent()
          .rule();

  // What applications hold is a handle; a Cleaner closes the client behind it. Undeploying a
  // verticle, and closing Vert.x, close that one and not the handle.
  private static final Rule CLIENTS_5 =
      FAMILY
          .client(Contract.MAY, "Vert.x 5 HTTP client", "io.vertx.core.http.HttpClient")
          .why(
              "It keeps the connections of its pool until it, or its Vert.x instance, is closed, or"
                  + " the garbage collector finds it.")
          .remedy(
              "Create one for the application, or one in each verticle, whose undeployment"
                  + " closes it, and not one for each request. Closing a WebClient closes the"
                  + " client in it, also one that it was given to wrap.")
          .in(HANDLE)
          .opensWhenConstructed()
          .ownedBy(self().call("vertx", VERTX_5))
          .closes("shutdown")
          .wherePresent()
          .closes("close")
          .wherePresent()
          .in("io.vertx.core.internal.CleanableResource")
          .closes("shutdown")
          .closedByItsPart()
          .in(HTTP + "HttpClientBuilderInternal")
          .ownsWhatOpensIn("build")
          .rule();

  private static final Rule POOLS_5 =
      FAMILY
          .part(Contract.MAY, "Vert.x 5 connection pools", CLIENT)
          .why("They keep the connections of a client.")
          .remedy("Close the client.")
          .in(CLIENT, SOCKETS)
          .opensWhenConstructed()
          .ownedBy(parameter(VERTX_5))
          .wherePresent()
          .in(HTTP + "HttpClientBase")
          .closes("shutdown")
          .wherePresent()
          .in(CLIENT)
          .usesHost("createRequest", self(), CONNECTION.callInterface("remoteAddress", ADDRESS))
          .wherePresent()
          .in(SOCKETS)
          .uses("getHost")
          .wherePresent()
          .usableAfterClose()
          .rule();

  static final Library LIBRARY =
      Library.of(
          "vertx",
          INSTANCES,
          CLIENTS_4,
          VertxWebSockets.CLIENTS_4,
          CLIENTS_5,
          VertxWebSockets.CLIENTS_5,
          POOLS_5);

  private Vertx() {}
}
