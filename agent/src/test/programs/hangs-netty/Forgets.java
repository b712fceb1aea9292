import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

/** Forgets a group whose loop keeps the JVM from ending. */
public class Forgets {

  private static EventLoopGroup kept;

  public static void main(String[] args) throws Exception {
    kept = new NioEventLoopGroup(1);
    kept.submit(() -> {}).sync();
  }
}
