package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/** AsyncHttpClient 2 and 3. Its responses are read to their end before anybody sees them. */
final class AsyncHttpClient {

  private static final String ROOT = "org.asynchttpclient.";
  private static final String SOCKET = ROOT + "netty.ws.NettyWebSocket";
  private static final Family FAMILY = family("AsyncHttpClient", ROOT);

  // Its event loop group is made in its constructor; one that it is given is not shut down by it.
  private static final Rule CLIENT =
      FAMILY
          .client(Contract.MUST, "AsyncHttpClient client", ROOT + "AsyncHttpClient")
          .why(
              "Its timer and I/O threads, which by default keep the JVM from ending, run until it is"
                  + " closed.")
          .remedy(
              "Build one AsyncHttpClient for the application's life and close() it at"
                  + " shutdown; an event loop group or timer that it was given has to be stopped on"
                  + " its own, after the last client that uses it.")
          .threadsKeepJvm(Keeps.CLIENTS, "AsyncHttpClient-*")
          .counts(Count.LEASED, "getClientStats", "getTotalActiveConnectionCount")
          .counts(Count.AVAILABLE, "getClientStats", "getTotalIdleConnectionCount")
          .in(ROOT + "DefaultAsyncHttpClient")
          .opensWhenConstructed()
          .ownsWhatOpensIn("<init>")
          .closes("close")
          .uses("execute", parameter(ROOT + "Request"))
          .rule();

  // Opened by a thread of Netty's, for the handler that the application has made. It belongs to the
  // group that its channel runs in: the client's own, or one that several clients share.
  private static final Rule SOCKETS =
      FAMILY
          .handout(Contract.SHOULD, "AsyncHttpClient WebSocket", ROOT + "ws.WebSocket")
          .why("It keeps its connection until one of both sides closes it.")
          .remedy("Call sendCloseFrame() when the conversation is over.")
          .in(ROOT + "ws.WebSocketUpgradeHandler")
          .asksIn("<init>")
          .opensAfter("setWebSocket", parameter(SOCKET))
          .openedFor(self())
          .in(SOCKET)
          .belongsAfter(
              "processBufferedFrames",
              field("channel", "io.netty.channel.Channel")
                  .callInterface("eventLoop", "io.netty.channel.EventLoop")
                  .callInterface("parent", "io.netty.channel.EventLoopGroup"))
          .beginsToClose("sendCloseFrame")
          .closes("onClose")
          .rule();

  static final Library LIBRARY = Library.of("async-http-client", CLIENT, SOCKETS);

  private AsyncHttpClient() {}
}
