import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;

/** Objects that are to be collected before the program goes on. */
final class Garbage {

  private static final int MOST_COLLECTIONS = 500;

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Reference<?>> awaited = new HashSet<>();

  /** Awaits one more object, which the caller lets go of. */
  void add(Object dropped) {
    awaited.add(new PhantomReference<>(dropped, collected));
  }

  /**
   * Collects until all are gone, and then until one more is: by then whoever else waited for the
   * first ones has been told of them.
   */
  void collect() throws InterruptedException {
    await();
    add(new Object());
    await();
  }

  private void await() throws InterruptedException {
    for (int collections = 0; !awaited.isEmpty(); collections++) {
      if (collections == MOST_COLLECTIONS) {
        throw new AssertionError(awaited.size() + " are still reachable");
      }
      System.gc();
      for (Reference<?> gone = collected.remove(20); gone != null; gone = collected.poll()) {
        awaited.remove(gone);
      }
    }
  }
}
