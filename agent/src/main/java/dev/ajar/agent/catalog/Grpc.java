package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.ledger.Contract;

/** gRPC from 1.30 on: channels over Netty, its shaded copy, OkHttp and within the process. */
final class Grpc {

  private static final String INTERNAL = "io.grpc.internal.";

  // What every builder returns is a ManagedChannelOrphanWrapper. Never: the channels that a channel
  // makes for its load balancer, or shares with others for handshakes or an xDS server; and event
  // loops and executors, which all channels share by default.
  private static final Rule CHANNEL =
      family("gRPC", "io.grpc.")
          .client(Contract.MUST, "gRPC channel", "io.grpc.ManagedChannel")
          .why(
              "It keeps its connections until it is shut down; the garbage collector does not do that,"
                  + " gRPC only logs that it was not done.")
          .remedy(
              "Build one channel for each target and the application's life, and call shutdown() and"
                  + " awaitTermination(...) at the end.")
          .sharedWhenOpenedFrom(
              INTERNAL + "SharedResourceHolder",
              INTERNAL + "ManagedChannelImpl$LbHelperImpl",
              "io.grpc.rls.",
              "io.grpc.xds.")
          .threads("grpc-default-executor-*", "grpc-*-ELG-*")
          .in(INTERNAL + "ManagedChannelOrphanWrapper")
          .opensWhenConstructed()
          .closes("shutdown", "shutdownNow")
          .in(INTERNAL + "ForwardingManagedChannel")
          .usesHost("newCall", self(), self().call("authority", "java.lang.String"))
          .rule();

  static final Library LIBRARY = Library.of("grpc", CHANNEL);

  private Grpc() {}
}
