import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** A server of WebSockets on the loopback address. What it does to each, its path says. */
final class WebSocketServer {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 0xE8}; // 1000
  private static final byte[] NONSENSE = {(byte) 0xFF, 0};

  private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());

  WebSocketServer() throws IOException {
    daemon(this::serve);
  }

  /** Reads what comes, and answers a close with a close. */
  URI patient() {
    return at("patient");
  }

  /** Closes at once. */
  URI closing() {
    return at("closing");
  }

  /** Breaks off. */
  URI broken() {
    return at("broken");
  }

  /** Sends what is no frame. */
  URI nonsense() {
    return at("nonsense");
  }

  /** Does not agree to speak WebSocket. */
  URI unwilling() {
    return at("unwilling");
  }

  private URI at(String path) {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/" + path);
  }

  private void serve() throws IOException {
    while (true) {
      Socket socket = server.accept();
      daemon(() -> serve(socket));
    }
  }

  private static void serve(Socket accepted) throws Exception {
    try (Socket socket = accepted) {
      InputStream in = socket.getInputStream();
      BufferedReader head =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 1);
      String path = head.readLine().split(" ")[1];
      String key = "";
      for (String line = head.readLine(); !line.isEmpty(); line = head.readLine()) {
        if (line.toLowerCase().startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).trim();
        }
      }
      if (path.equals("/unwilling")) {
        write(socket, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno".getBytes());
        return;
      }
      write(socket, handshake(key).getBytes(StandardCharsets.US_ASCII));
      switch (path) {
        case "/closing" -> write(socket, CLOSE);
        case "/nonsense" -> write(socket, NONSENSE);
        case "/broken" -> {
          return;
        }
        default -> {}
      }
      awaitClose(socket, in);
    }
  }

  private static void awaitClose(Socket socket, InputStream in) throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      in.readNBytes((in.read() & 0x7F) + 4); // a short frame and its mask
      if ((first & 0x0F) == 8) {
        write(socket, CLOSE);
        return;
      }
    }
  }

  private static String handshake(String key) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes());
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(hash)
        + "\r\n\r\n";
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private static void daemon(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                return; // the other side is gone
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Task {
    void run() throws Exception;
  }
}
