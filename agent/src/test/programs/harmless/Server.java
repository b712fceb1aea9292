import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves until a signal comes. */
public class Server {
  public static void main(String[] args) throws Exception {
    Kept.open(args);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goes down")));
    System.out.println("ready");
  }
}
