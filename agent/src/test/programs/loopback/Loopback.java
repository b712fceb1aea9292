import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server on the loopback address, with an answer of each sort. It keeps no JVM alive. */
final class Loopback {

  private static final HttpServer SERVER = Answers.serve();

  /** Such as {@code 127.0.0.1:40123}. */
  static String host() {
    return "127.0.0.1:" + SERVER.getAddress().getPort();
  }

  /** A small answer. */
  static String small() {
    return "http://" + host() + "/small";
  }

  /** An answer too large for any buffer between here and there. */
  static String large() {
    return "http://" + host() + "/large";
  }

  /** Status 500, with a body. */
  static String error() {
    return "http://" + host() + "/error";
  }

  /** Status 204, without a body. */
  static String empty() {
    return "http://" + host() + "/empty";
  }

  /** Status 304, without a body. */
  static String unmodified() {
    return "http://" + host() + "/unmodified";
  }

  /** Status 302, with a body, to the small answer. */
  static String moved() {
    return "http://" + host() + "/moved";
  }

  /** The small answer, compressed. */
  static String zipped() {
    return "http://" + host() + "/zipped";
  }

  /** The small answer, which may be kept for a minute. */
  static String cacheable() {
    return "http://" + host() + "/cacheable";
  }

  /** An answer that breaks off in its body. */
  static String cut() {
    return "http://" + host() + "/cut";
  }

  /** No server listens there. */
  static String refused() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Loopback() {}
}
