import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A server of WebSockets that hears nothing but the close frame, and answers it. At the path {@code
 * /hangup} it closes the connection, and at {@code /goodbye} it sends a close frame, right after the
 * handshake. At {@code /no} it refuses.
 */
final class Sockets {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final byte[] CLOSE = {(byte) 0x88, 2, 0x03, (byte) 0xE8};

  private final ServerSocket server;

  Sockets() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      daemon(this::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url(String path) {
    return "ws://127.0.0.1:" + server.getLocalPort() + path;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
      String request = lines.readLine();
      String key = "";
      for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
        if (line.toLowerCase().startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).strip();
        }
      }
      OutputStream out = socket.getOutputStream();
      if (request.contains("/no ")) {
        out.write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return;
      }
      out.write(handshake(key).getBytes(StandardCharsets.US_ASCII));
      if (request.contains("/goodbye ")) {
        out.write(CLOSE);
      }
      if (!request.contains("/hangup ")) {
        hear(socket.getInputStream());
        out.write(CLOSE);
      }
    } catch (IOException | GeneralSecurityException e) {
      // the client is gone
    }
  }

  private static String handshake(String key) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(hash)
        + "\r\n\r\n";
  }

  /** Reads short, masked frames until one closes. */
  private static void hear(InputStream in) throws IOException {
    int opcode;
    do {
      opcode = in.read() & 0x0F;
      int length = in.read() & 0x7F;
      in.skipNBytes(4 + length);
    } while (opcode != 8);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
