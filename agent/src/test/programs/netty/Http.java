import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A client on top of Netty, one connection for each request. */
final class Http {

  /** The status of an answer; -1 if the connection broke. */
  static int get(EventLoopGroup group, String url) throws Exception {
    return send(group, HttpMethod.GET, url);
  }

  static int send(EventLoopGroup group, HttpMethod method, String url) throws Exception {
    URI uri = URI.create(url);
    CompletableFuture<Integer> status = new CompletableFuture<>();
    Channel channel =
        bootstrap(group, status).connect(uri.getHost(), uri.getPort()).sync().channel();
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, uri.getPath());
    request.headers().set(HttpHeaderNames.HOST, uri.getAuthority());
    try {
      channel.writeAndFlush(request).sync();
      return status.get();
    } catch (ExecutionException e) {
      return -1;
    } finally {
      channel.close().sync();
    }
  }

  static Bootstrap bootstrap(EventLoopGroup group, CompletableFuture<Integer> status) {
    return new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec());
                channel.pipeline().addLast(new HttpObjectAggregator(4_000_000));
                channel.pipeline().addLast(new Answer(status));
              }
            });
  }

  private static final class Answer extends ChannelInboundHandlerAdapter {

    private final CompletableFuture<Integer> status;

    Answer(CompletableFuture<Integer> status) {
      this.status = status;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      status.complete(((FullHttpResponse) message).status().code());
      ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      status.completeExceptionally(new IOException("the connection broke"));
    }
  }

  private Http() {}
}
