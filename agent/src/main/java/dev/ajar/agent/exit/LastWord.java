package dev.ajar.agent.exit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is said where there is no memory to say more: made in time, as writing it needs none. */
final class LastWord {

  private final FileOutputStream stream = new FileOutputStream(FileDescriptor.err); // never closed
  private final byte[] line;

  /**
   * @param ledger where everything is, or null
   */
  LastWord(@Nullable Path ledger) {
    String where = ledger == null ? "" : "; look at " + ledger;
    String text = "ajar: the report cannot be made: out of memory" + where;
    line = (text + System.lineSeparator()).getBytes(Stderr.charset());
  }

  void say() {
    try {
      stream.write(line);
    } catch (IOException e) {
      // Nobody is there to be told.
    }
  }
}
