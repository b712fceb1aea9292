import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Channels of gRPC over each transport, and a server that is never to be reported. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Server SERVER = serve();
  private static final Server INSIDE = serveInside();

  static void forgotten() throws Throwable {
    busy();
    for (int made = 0; made < 5; made++) {
      keep(ManagedChannelBuilder.forTarget("dns:///localhost:1").build()); // expect: open piled-up 5 gRPC channel
    }
    for (int round = 0; round < 2; round++) {
      ManagedChannel shaded =
          keep(
              io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder.forAddress(address())
                  .usePlaintext()
                  .build()); // expect: open 2 gRPC channel
      check(Echo.say(shaded, "a text").equals("a text"));
      ManagedChannel okHttp = keep(okHttp().usePlaintext().build()); // expect: open 2 gRPC channel
      check(Echo.say(okHttp, "a text").equals("a text"));
      ManagedChannel inside =
          keep(InProcessChannelBuilder.forName("echo").build()); // expect: open 2 gRPC channel
      check(Echo.say(inside, "a text").equals("a text"));
      ManagedChannel nowhere = keep(refused().build()); // expect: open 2 gRPC channel
      check(status(nowhere, "a text") == Status.Code.UNAVAILABLE);
      ManagedChannel idle = keep(plain().build()); // expect: open 2 gRPC channel
      idle.enterIdle();
      idle.resetConnectBackoff();
    }
  }

  private static void busy() {
    System.out.println("server 127.0.0.1:" + SERVER.getPort());
    for (int made = 0; made < 2; made++) {
      ManagedChannel channel = keep(plain().build()); // expect: open 2 gRPC channel
      Channel intercepted = ClientInterceptors.intercept(channel, List.of());
      check(Echo.say(channel, "one").equals("one"));
      check(Echo.say(intercepted, "two").equals("two"));
      List<String> answers = new ArrayList<>();
      ClientCalls.blockingServerStreamingCall(channel, Echo.REPEAT, CallOptions.DEFAULT, "three")
          .forEachRemaining(answers::add);
      check(answers.size() == 3);
    }
  }

  /** A channel does not shut down the event loops that it is given. */
  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      EventLoopGroup group = keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      ManagedChannel channel =
          keep(plain().eventLoopGroup(group).channelType(NioSocketChannel.class).build());
      check(Echo.say(channel, "a text").equals("a text"));
      channel.shutdown().awaitTermination(10, TimeUnit.SECONDS);
      check(!group.isShuttingDown());
      var copy = keep(new io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      ManagedChannel shaded =
          keep(
              io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder.forAddress(address())
                  .usePlaintext()
                  .eventLoopGroup(copy)
                  .channelType(
                      io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel.class)
                  .build());
      check(Echo.say(shaded, "a text").equals("a text"));
      shaded.shutdownNow();
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(plain().build()); // expect: abandoned 2 gRPC channel
      ManagedChannel used = plain().build(); // expect: abandoned 2 gRPC channel
      check(Echo.say(used, "a text").equals("a text"));
      garbage.add(used);
      used = null;
    }
    garbage.collect();
  }

  static void closed() throws Throwable {
    ManagedChannel channel = keep(plain().build());
    check(Echo.say(channel, "a text").equals("a text"));
    check(status(channel, "fail") == Status.Code.INVALID_ARGUMENT);
    check(
        code(
                () ->
                    ClientCalls.blockingUnaryCall(
                        channel,
                        Echo.SAY,
                        CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS),
                        "wait"))
            == Status.Code.DEADLINE_EXCEEDED);
    channel.shutdown();
    channel.shutdown();
    channel.shutdownNow();
    ManagedChannel nowhere = keep(refused().build());
    check(status(nowhere, "a text") == Status.Code.UNAVAILABLE);
    nowhere.shutdownNow();
    keep(plain().build()).shutdown();
    keep(okHttp().usePlaintext().build()).shutdown().awaitTermination(10, TimeUnit.SECONDS);
    keep(InProcessChannelBuilder.forName("echo").build()).shutdown();
    keep(InProcessChannelBuilder.forName("nobody").directExecutor().build()).shutdownNow();
    EventLoopGroup group = keep(new NioEventLoopGroup(1));
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .bossEventLoopGroup(group)
            .workerEventLoopGroup(group)
            .channelType(NioServerSocketChannel.class)
            .addService(Echo.service())
            .build()
            .start();
    server.shutdownNow().awaitTermination();
    group.shutdownGracefully();
  }

  static void late() {
    for (int round = 0; round < 2; round++) {
      ManagedChannel channel = keep(plain().build());
      Runtime.getRuntime().addShutdownHook(new Thread(channel::shutdown));
    }
    System.out.println("clients that hooks close: 2");
  }

  private static Status.Code status(Channel channel, String text) {
    return code(() -> Echo.say(channel, text));
  }

  private static Status.Code code(Runnable call) {
    try {
      call.run();
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private static NettyChannelBuilder plain() {
    return NettyChannelBuilder.forAddress("127.0.0.1", SERVER.getPort()).usePlaintext();
  }

  private static NettyChannelBuilder refused() {
    String host = Loopback.refused().replaceAll("http://|/", "");
    return NettyChannelBuilder.forTarget(host).usePlaintext();
  }

  /** Not every version that is tested has the transport over OkHttp beside it. */
  private static ManagedChannelBuilder<?> okHttp() throws Throwable {
    Class<?> builder;
    try {
      builder = Class.forName("io.grpc.okhttp.OkHttpChannelBuilder");
    } catch (ClassNotFoundException e) {
      return plain();
    }
    MethodType type = MethodType.methodType(builder, String.class, int.class);
    return (ManagedChannelBuilder<?>)
        MethodHandles.publicLookup() // reflection would want classes that are optional there
            .findStatic(builder, "forAddress", type)
            .invoke("127.0.0.1", SERVER.getPort());
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", SERVER.getPort());
  }

  private static Server serve() {
    try {
      return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
          .addService(Echo.service())
          .build()
          .start();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Server serveInside() {
    try {
      return InProcessServerBuilder.forName("echo").addService(Echo.service()).build().start();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
