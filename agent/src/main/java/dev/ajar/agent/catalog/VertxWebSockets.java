package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;
import static dev.ajar.agent.catalog.Vertx.ADDRESS;
import static dev.ajar.agent.catalog.Vertx.FAMILY;
import static dev.ajar.agent.catalog.Vertx.HTTP;
import static dev.ajar.agent.catalog.Vertx.SHARED_4;
import static dev.ajar.agent.catalog.Vertx.SOCKETS;
import static dev.ajar.agent.catalog.Vertx.VERTX;
import static dev.ajar.agent.catalog.Vertx.VERTX_4;

import dev.ajar.ledger.Contract;

/**
 * The WebSocket clients of Vert.x 4.5 and 5. Never: a WebSocket, which its server or its client's
 * close ends as well.
 */
final class VertxWebSockets {

  private static final String CLIENT = "io.vertx.core.http.WebSocketClient";

  // WebSocketClientImpl closes where HttpClientImpl does.
  static final Rule CLIENTS_4 =
      FAMILY
          .client(Contract.SHOULD, "Vert.x 4 WebSocket client", CLIENT)
          .why("It keeps its WebSockets until it, or its Vert.x instance, is closed.")
          .remedy(
              "Create one for the application, or one in each verticle, whose undeployment"
                  + " closes it, and close() it when its last user is done.")
          .sharedWhenOpenedFrom(SHARED_4)
          .in(SOCKETS, HTTP + "SharedWebSocketClient")
          .opensWhenConstructed()
          .ownedBy(parameter(VERTX_4))
          .wherePresent()
          .in(HTTP + "SharedWebSocketClient")
          .closes("close")
          .wherePresent()
          .uses("connect")
          .wherePresent()
          .in(HTTP + "Http1xClientConnection")
          .usesHost(
              "toWebSocket", field("client", HTTP + "HttpClientBase"), field("server", ADDRESS))
          .rule();

  // Handles, as those of HTTP clients are. In 4, what the method returns is open already.
  static final Rule CLIENTS_5 =
      FAMILY
          .client(Contract.MAY, "Vert.x 5 WebSocket client", CLIENT)
          .why(
              "It keeps its WebSockets until it, or its Vert.x instance, is closed, or the garbage"
                  + " collector finds it.")
          .remedy(
              "Create one for the application, or one in each verticle, whose undeployment"
                  + " closes it.")
          .sharedWhenOpenedFrom(SHARED_4)
          .in(VERTX)
          .opensWhatReturnsFrom("createWebSocketClient")
          .ownedBy(self())
          .ownsWhatOpensIn("createWebSocketClient")
          .in(HTTP + "CleanableWebSocketClient")
          .closes("shutdown")
          .wherePresent()
          .closes("close")
          .wherePresent()
          .closedByItsPart()
          .rule();

  private VertxWebSockets() {}
}
