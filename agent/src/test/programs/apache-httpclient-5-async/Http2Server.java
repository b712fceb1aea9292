import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.reactor.ListenerEndpoint;

/** A server on the loopback address that speaks HTTP/2 in plain text. It keeps the JVM alive. */
@SuppressWarnings("deprecation") // what every version has
final class Http2Server {

  private static final String URL = serve();

  /** A small answer. */
  static String small() {
    return URL;
  }

  private static String serve() {
    try {
      HttpAsyncServer server =
          H2ServerBootstrap.bootstrap()
              .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
              .setCanonicalHostName("127.0.0.1")
              .register("*", new Answering())
              .create();
      server.start();
      ListenerEndpoint endpoint =
          server
              .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .get(10, TimeUnit.SECONDS);
      return "http://127.0.0.1:" + ((InetSocketAddress) endpoint.getAddress()).getPort() + "/";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Answering
      implements AsyncServerRequestHandler<Message<HttpRequest, String>> {

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, String>> prepare(
        HttpRequest request, EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(new StringAsyncEntityConsumer());
    }

    @Override
    public void handle(
        Message<HttpRequest, String> request, ResponseTrigger trigger, HttpContext context)
        throws HttpException, IOException {
      trigger.submitResponse(
          new BasicResponseProducer(200, "a small answer", ContentType.TEXT_PLAIN), context);
    }
  }

  private Http2Server() {}
}
