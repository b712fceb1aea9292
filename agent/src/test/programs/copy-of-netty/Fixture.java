import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import java.util.ArrayList;
import java.util.List;

/** Event loop groups of the copy of Netty that gRPC carries. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() {
    for (int round = 0; round < 2; round++) {
      keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
    }
  }

  static void closed() {
    EventLoopGroup group = keep(new NioEventLoopGroup(1));
    group.next().submit(() -> {});
    group.shutdownGracefully();
    keep(new NioEventLoopGroup(1)).shutdownNow();
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
