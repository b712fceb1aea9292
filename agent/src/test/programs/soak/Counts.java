import java.util.concurrent.atomic.AtomicLong;

/** What the load has opened, closed and forgotten. */
final class Counts {

  final AtomicLong opened = new AtomicLong();
  final AtomicLong closed = new AtomicLong();

  /** How many a report has to call open or abandoned. */
  long forgotten() {
    return opened.get() - closed.get();
  }
}
