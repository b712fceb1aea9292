package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.ledger.Contract;

/** Netty 4.1 and 4.2: the event loop groups that clients, and servers, are built upon. */
final class Netty {

  // Each of its kinds is a MultithreadEventLoopGroup; the methods that shut it down lie one class
  // further up. Never: a DefaultEventExecutorGroup, which runs handlers and holds no connection;
  // GlobalEventExecutor and ImmediateEventExecutor, which are the JVM's; and what a library's
  // holder makes for all of its clients: it is shared, and shut down with the last of them or
  // never.
  private static final Rule GROUP =
      family("Netty", "io.netty.")
          .client(Contract.MUST, "Netty event loop group", "io.netty.channel.EventLoopGroup")
          .why(
              "Its threads, which by default keep the JVM from ending, run until it is shut down, and"
                  + " each of its loops holds a selector, whether it is used or not.")
          .remedy(
              "Share one group for the application's life and call shutdownGracefully() at the end."
                  + " If another library made it, close that library's client.")
          .sharedWhenOpenedFrom(
              "io.grpc.internal.SharedResourceHolder",
              "software.amazon.awssdk.http.nio.netty.internal.SharedSdkEventLoopGroup",
              "reactor.netty.tcp.TcpResources",
              "reactor.netty.http.HttpResources",
              "reactor.netty.udp.UdpResources",
              "com.azure.cosmos.implementation.directconnectivity.SharedTransportClient",
              "com.linecorp.armeria.common.CommonPools",
              Armeria.DEFAULTS)
          .threadsKeepJvm(
              Keeps.ANYTHING,
              "nioEventLoopGroup-*",
              "epollEventLoopGroup-*",
              "kqueueEventLoopGroup-*",
              "multiThreadIoEventLoopGroup-*",
              "defaultEventLoopGroup-*")
          .in("io.netty.channel.MultithreadEventLoopGroup")
          .opensWhenConstructed()
          .in("io.netty.util.concurrent.MultithreadEventExecutorGroup")
          .closes("shutdownGracefully", "shutdown")
          .in("io.netty.bootstrap.Bootstrap")
          .usesHost(
              "doResolveAndConnect",
              self()
                  .call("config", "io.netty.bootstrap.AbstractBootstrapConfig")
                  .call("group", "io.netty.channel.EventLoopGroup"),
              parameter("java.net.SocketAddress"))
          .rule();

  static final Library LIBRARY = Library.of("netty", GROUP);

  private Netty() {}
}
