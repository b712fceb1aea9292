package dev.ajar.agent.exit;

import dev.ajar.report.TextStyle;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard error, past whatever the application made of {@link System#err}: that may
 * be closed, or lead into a logging framework that is shut down already.
 */
public final class Stderr {

  /** Writes one line that says who speaks, without what a terminal could take for a command. */
  @SuppressWarnings("CatchingUnchecked") // as below
  public static void line(String line) {
    try {
      print("ajar: " + TextStyle.of(charset()).clean(line) + System.lineSeparator());
    } catch (Exception e) {
      // As below.
    }
  }

  /** Writes a text as it is, at once. Never throws: where it cannot, there is nobody to tell. */
  @SuppressWarnings("CatchingUnchecked") // an agent that throws at its start ends the JVM
  public static void write(String text) {
    try {
      print(text);
    } catch (Exception e) {
      // A security manager, a full disk, a reader that is gone.
    }
  }

  private static void print(String text) throws IOException {
    FileOutputStream stream = new FileOutputStream(FileDescriptor.err); // never closed
    stream.write(text.getBytes(charset()));
  }

  /** The charset that whoever reads standard error expects. */
  static Charset charset() {
    return charset(Charset.defaultCharset());
  }

  /**
   * The same for an application's own charset. Before JDK 18 it is that of {@link System#err} as
   * well, whatever the locale says; and whoever asks for one without Unicode is given none.
   */
  static Charset charset(Charset ofApplication) {
    Charset ofStream = ofStream();
    return isUnicode(ofStream) && !isUnicode(ofApplication) ? ofApplication : ofStream;
  }

  private static boolean isUnicode(Charset charset) {
    return charset.name().startsWith("UTF-");
  }

  private static Charset ofStream() {
    for (String property :
        new String[] {"stderr.encoding", "sun.stderr.encoding", "native.encoding"}) {
      try {
        String name = System.getProperty(property);
        if (name != null && !name.isEmpty()) {
          return Charset.forName(name);
        }
      } catch (IllegalArgumentException | SecurityException e) {
        break;
      }
    }
    return StandardCharsets.US_ASCII;
  }

  private Stderr() {}
}
