package dev.ajar.report;

import dev.ajar.ledger.Ledger;

/**
 * What became of resources. The counts after {@code opened}, up to {@code open}, are of different
 * resources each, and add up to it.
 *
 * @param closed closed before the shutdown began
 * @param closedDuringShutdown closed while the JVM was shutting down
 * @param closedWithOwner open when the client that they belong to was closed
 * @param closing whose close was called and has not ended well
 * @param abandoned collected by the garbage collector while open
 * @param open neither closed nor collected
 * @param stuck of the closing ones, those whose close began long ago and has not ended
 */
public record Tally(
    long opened,
    long closed,
    long closedDuringShutdown,
    long closedWithOwner,
    long closing,
    long abandoned,
    long open,
    long stuck) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  /** This and what happened at one more place. */
  Tally plus(Ledger.Counts counts) {
    return new Tally(
        opened + Figures.count(counts.opened()),
        closed + Figures.count(counts.closed() - counts.closedInShutdown()),
        closedDuringShutdown + Figures.count(counts.closedInShutdown()),
        closedWithOwner + Figures.count(counts.closedWithOwner()),
        closing + Figures.count(counts.closeBegun() - counts.closed()),
        abandoned + Figures.count(counts.abandoned()),
        open + Figures.count(counts.open()),
        stuck);
  }

  Tally plus(Tally other) {
    return new Tally(
        opened + other.opened,
        closed + other.closed,
        closedDuringShutdown + other.closedDuringShutdown,
        closedWithOwner + other.closedWithOwner,
        closing + other.closing,
        abandoned + other.abandoned,
        open + other.open,
        stuck + other.stuck);
  }

  /** Counts one whose close does not end. */
  Tally withStuck() {
    return new Tally(
        opened, closed, closedDuringShutdown, closedWithOwner, closing, abandoned, open, stuck + 1);
  }

  /** Those that no close was seen for. */
  public long unclosed() {
    return open + abandoned;
  }
}
