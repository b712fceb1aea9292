package dev.ajar.agent.hold;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The TCP sockets of this process, out of the tables that list those of the whole network. */
final class SocketTable {

  /** A socket that is connected. */
  record Connection(String remote, int localPort, boolean closeWait) {}

  private static final int MOST_LINES = 500_000;
  private static final String ESTABLISHED = "01";
  private static final String CLOSE_WAIT = "08";
  private static final String LISTEN = "0A";

  private final Set<Long> own;
  private final long deadline;
  private final List<Connection> connections = new ArrayList<>();
  private final Set<Integer> listening = new HashSet<>();

  /**
   * @param own inodes of this process's sockets
   * @param deadline when to give up, in terms of {@link System#nanoTime}
   */
  SocketTable(Set<Long> own, long deadline) {
    this.own = own;
    this.deadline = deadline;
  }

  List<Connection> connections() {
    return connections;
  }

  /** The ports that this process listens on. */
  Set<Integer> listening() {
    return listening;
  }

  /**
   * Reads one table.
   *
   * @param table such as {@code /proc/self/net/tcp}
   * @throws IOException if it cannot be read, or not in time
   */
  void read(Path table) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
      String line = lines.readLine(); // the heading
      for (int left = MOST_LINES; line != null; left--) {
        line = lines.readLine();
        if (left == 0 || System.nanoTime() - deadline > 0) {
          throw new IOException("too many sockets");
        }
        if (line != null) {
          add(line);
        }
      }
    }
  }

  // "  0: 0100007F:1F90 0100007F:A2C4 01 00000000:00000000 00:00000000 00000000  1000 0 123456 ..."
  private void add(String line) throws IOException {
    String[] words = words(line);
    if (words.length < 10 || !own.contains(number(words[9], 10))) {
      return;
    }
    int localPort = port(words[1]);
    switch (words[3]) {
      case LISTEN -> listening.add(localPort);
      case ESTABLISHED, CLOSE_WAIT ->
          connections.add(
              new Connection(address(words[2]), localPort, words[3].equals(CLOSE_WAIT)));
      default -> {} // on its way to either end
    }
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length() && words.size() < 10) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      int start = at;
      while (at < line.length() && line.charAt(at) != ' ') {
        at++;
      }
      if (at > start) {
        words.add(line.substring(start, at));
      }
    }
    return words.toArray(new String[0]);
  }

  private static int port(String address) throws IOException {
    return (int) number(address.substring(address.indexOf(':') + 1), 16);
  }

  /** Such as {@code 192.0.2.7:443}, of hexadecimal words in the order of the processor's bytes. */
  static String address(String text) throws IOException {
    int colon = text.indexOf(':');
    if (colon != 8 && colon != 32) {
      throw new IOException("no address: " + text);
    }
    byte[] bytes = new byte[colon / 2];
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    for (int at = 0; at < bytes.length; at++) {
      int from = little ? at / 4 * 4 + 3 - at % 4 : at;
      bytes[at] = (byte) number(text.substring(2 * from, 2 * from + 2), 16);
    }
    // An address of version 4 that is mapped into version 6 comes out as one of version 4.
    String host = InetAddress.getByAddress(bytes).getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port(text);
  }

  private static long number(String digits, int radix) throws IOException {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      throw new IOException("no number: " + digits, e);
    }
  }
}
