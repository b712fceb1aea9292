package dev.ajar.ledger;

/** The buckets that lives and requests are counted in. */
public final class Histogram {

  /** How many buckets of lives there are. */
  public static final int LIVES = Layout.LIVES;

  private static final long[] LIFE_BELOW = {
    1, 4, 16, 64, 256, 1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000
  };
  private static final long[] REQUESTS_BELOW = {1, 2, 4};

  /** The bucket of a life in ms: the first whose {@link #lifeBound} is above it. */
  static int life(long millis) {
    return bucket(LIFE_BELOW, millis);
  }

  /** The bucket of a number of requests: none, one, two or three, more. */
  static int requests(long uses) {
    return bucket(REQUESTS_BELOW, uses);
  }

  /** The exclusive upper bound of a bucket of lives in ms; {@link Long#MAX_VALUE} for the last. */
  public static long lifeBound(int bucket) {
    return bucket < LIFE_BELOW.length ? LIFE_BELOW[bucket] : Long.MAX_VALUE;
  }

  private static int bucket(long[] below, long value) {
    int bucket = 0;
    while (bucket < below.length && value >= below[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private Histogram() {}
}
