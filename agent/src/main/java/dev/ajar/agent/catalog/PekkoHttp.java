package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;

import dev.ajar.ledger.Contract;

/**
 * The client of Pekko HTTP 1. Never: {@code Http(system)}, an extension of an actor system, which
 * has one at most and no close of its own; a system that asks nobody, such as a server's; and
 * {@code shutdownAllConnectionPools()}, after which the next request makes new pools.
 */
final class PekkoHttp {

  private static final String ROOT = "org.apache.pekko.";
  private static final String SYSTEM = ROOT + "actor.ActorSystem";
  private static final String MATERIALIZER = ROOT + "stream.Materializer";

  // Requests to hosts, of whichever method of Http(system), pass the master of the pools. Where a
  // system's CoordinatedShutdown was loaded, its hook calls finalTerminate at the JVM's exit.
  private static final Rule CLIENT =
      family("Pekko HTTP", ROOT)
          .client(Contract.SHOULD, "Pekko HTTP actor system", SYSTEM)
          .why(
              "Its dispatchers, whose threads by default keep the JVM from ending, and the connection"
                  + " pools of Http run until it is terminated.")
          .remedy(
              "Share one ActorSystem for the application's life and call terminate() at the end:"
                  + " Http has no close of its own.")
          .in(SYSTEM + "Impl")
          .opensWhenConstructed()
          .onceUsed()
          .closes("terminate", "finalTerminate")
          .in(ROOT + "http.impl.engine.client.PoolMaster")
          .uses(
              "dispatchRequest",
              parameter(MATERIALIZER).call("system", SYSTEM),
              parameter(ROOT + "http.scaladsl.model.HttpRequest")
                  .call("uri", ROOT + "http.scaladsl.model.Uri"))
          .rule();

  static final Library LIBRARY = Library.of("pekko-http", CLIENT);

  private PekkoHttp() {}
}
