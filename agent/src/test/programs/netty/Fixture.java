import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.lang.reflect.Constructor;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Event loop groups of Netty, each kind that runs anywhere, under an HTTP client or alone. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    busy();
    for (int made = 0; made < 5; made++) {
      keep(new NioEventLoopGroup(1)); // expect: open piled-up 5 Netty event loop group
    }
    for (int round = 0; round < 2; round++) {
      ThreadFactory daemons = new DefaultThreadFactory("a daemon", true);
      keep(new NioEventLoopGroup(1, daemons)); // expect: open 2 Netty event loop group
      keep(new DefaultEventLoopGroup(1)); // expect: open 2 Netty event loop group
      keep(newest());
      keep(new DefaultEventExecutorGroup(1)).next().submit(() -> {}).sync();
      keep(GlobalEventExecutor.INSTANCE.submit(() -> {})).sync();
      keep(ImmediateEventExecutor.INSTANCE.submit(() -> {})).sync();
      EventLoopGroup unanswered = keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      refused(unanswered);
    }
  }

  private static void busy() throws Exception {
    for (int made = 0; made < 2; made++) {
      EventLoopGroup group = keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      for (int asked = 0; asked < 3; asked++) {
        check(Http.get(group, Loopback.small()) == 200);
      }
    }
  }

  /** The class of 4.2 that all others there are made of; before, its like. */
  private static EventLoopGroup newest() throws Exception {
    Constructor<?> constructor = NioEventLoopGroup.class.getConstructor();
    Object[] arguments = {};
    try {
      Class<?> factory = Class.forName("io.netty.channel.IoHandlerFactory");
      Class<?> nio = Class.forName("io.netty.channel.nio.NioIoHandler");
      Class<?> group = Class.forName("io.netty.channel.MultiThreadIoEventLoopGroup");
      constructor = group.getConstructor(factory);
      arguments = new Object[] {nio.getMethod("newFactory").invoke(null)};
    } catch (ClassNotFoundException e) {
      keep(e);
    }
    return (EventLoopGroup) constructor.newInstance(arguments); // expect: open 2 Netty event loop group
  }

  /** Closing what runs in a group does not shut the group down. */
  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      EventLoopGroup group = keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      Channel server = keep(serve(group));
      server.close().sync();
      group.next().shutdownGracefully(0, 1, TimeUnit.MILLISECONDS).sync();
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(new DefaultEventLoopGroup(1)); // expect: abandoned 2 Netty event loop group
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    EventLoopGroup group = keep(new NioEventLoopGroup(1));
    check(Http.get(group, Loopback.small()) == 200);
    check(Http.get(group, Loopback.error()) == 500);
    check(Http.get(group, Loopback.empty()) == 204);
    check(Http.get(group, Loopback.unmodified()) == 304);
    check(Http.get(group, Loopback.large()) == 200);
    check(Http.send(group, HttpMethod.HEAD, Loopback.small()) == 200);
    check(Http.get(group, Loopback.cut()) == -1);
    refused(group);
    group.shutdownGracefully();
    group.shutdownGracefully();
    keep(new NioEventLoopGroup()).shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    keep(new DefaultEventLoopGroup()).shutdown();
    keep(new NioEventLoopGroup(1)).shutdownNow();
    keep(newest()).shutdownGracefully();
    if (keep(new DefaultEventLoopGroup(1)) instanceof AutoCloseable closeable) { // from JDK 19 on
      closeable.close();
    } else {
      ((EventLoopGroup) KEPT.get(KEPT.size() - 1)).shutdownGracefully();
    }
    EventLoopGroup used = keep(new NioEventLoopGroup(1));
    serve(used).close().sync();
    used.shutdownGracefully();
    failing();
  }

  private static void failing() {
    try {
      keep(new NioEventLoopGroup(-1));
      throw new AssertionError("was to fail");
    } catch (IllegalArgumentException e) {
      keep(e);
    }
  }

  static void late() {
    for (int round = 0; round < 2; round++) {
      EventLoopGroup group = keep(new NioEventLoopGroup(1));
      Runtime.getRuntime().addShutdownHook(new Thread(group::shutdownGracefully));
    }
    System.out.println("clients that hooks close: 2");
  }

  private static void refused(EventLoopGroup group) throws Exception {
    try {
      Http.get(group, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (Exception e) {
      check(e instanceof ConnectException);
    }
  }

  private static Channel serve(EventLoopGroup group) throws Exception {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .childHandler(new ChannelInboundHandlerAdapter())
        .bind("127.0.0.1", 0)
        .sync()
        .channel();
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
