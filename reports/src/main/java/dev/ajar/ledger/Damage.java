package dev.ajar.ledger;

import java.util.ArrayList;
import java.util.List;

/** What of a ledger could not be read: the first lines of it, and how many there are. */
final class Damage {

  private static final int MAX_LINES = 100;

  private final List<String> lines = new ArrayList<>();
  private long more;

  void add(String line) {
    if (lines.size() < MAX_LINES) {
      lines.add(line);
    } else {
      more++;
    }
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more");
    }
    return all;
  }
}
