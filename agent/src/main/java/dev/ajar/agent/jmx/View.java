package dev.ajar.agent.jmx;

import dev.ajar.report.OpenClients;
import dev.ajar.report.Summary;
import java.io.IOException;
import java.util.List;

/** What is to be seen of a run while it goes on. Thread-safe. */
public interface View {

  /** The counts up to now. */
  Summary summary();

  /** Clients that are open now, by type and line, the most first. */
  List<OpenClients> open();

  /**
   * Writes a snapshot report and returns its path.
   *
   * @throws IOException if it cannot be written
   */
  String dump() throws IOException;

  /** Notes what did not go as it should have. */
  void problem(String line);
}
