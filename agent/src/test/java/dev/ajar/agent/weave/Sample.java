package dev.ajar.agent.weave;

/** What is woven in tests. Never used as it is compiled, only its woven copies. */
@SuppressWarnings("unused") // called by reflection
public class Sample {

  private final String name;
  private final StringBuilder log = new StringBuilder("log of ");

  public Sample() {
    this("nobody");
  }

  public Sample(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    this.name = name;
    log.append(name);
  }

  public static Sample create(String name) {
    return new Sample(name);
  }

  public static Sample create(int path) {
    return path == 0 ? null : new Sample("number " + path);
  }

  public static int create(long number) {
    return (int) number;
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch") // each return is to be one of its own
  public String text(int path) {
    switch (path) {
      case 0:
        return "zero";
      case 1:
        try {
          return "one";
        } finally {
          log.append(path);
        }
      case 2:
        for (int times = 0; ; times++) {
          if (times == 3) {
            return "two";
          }
        }
      default:
        throw new IllegalArgumentException("path " + path);
    }
  }

  public int whole(int path) {
    return path == 0 ? 1 : log.length() + path;
  }

  public long large(long path) {
    if (path == 0) {
      return Long.MIN_VALUE;
    }
    return path * 2;
  }

  public float small(float path) {
    if (path == 0) {
      return 0.5f;
    }
    return path + 1;
  }

  public double precise(double path) {
    if (path == 0) {
      return 0.25;
    }
    return path / 2;
  }

  public int[] several(int path) {
    return path == 0 ? new int[0] : new int[] {path};
  }

  public synchronized void nothing(int path) {
    if (path == 0) {
      return;
    }
    synchronized (log) {
      if (path == 1) {
        return;
      }
    }
    if (path == 2) {
      throw new IllegalStateException("path 2");
    }
  }

  /** A loop from the first instruction on: the compiler's stack map has a frame there. */
  public void loop(int times) {
    do {
      times--;
    } while (times > 0);
  }

  public void close() {
    close("slowly");
  }

  public void close(String how) {
    if (how.equals("badly")) {
      throw new IllegalStateException("cannot close");
    }
  }

  public void send(int first, long second, double third, String target, String other) {
    target = "changed meanwhile";
    log.append(target);
  }

  public void send(Object something) {
    log.append(something);
  }

  public static void sendFrom(long first, Sample sample, String target) {
    sample.log.append(target);
  }

  public native void lost();

  /** Some are written in C, and some are not written. */
  public abstract static class Unwritten {

    public abstract void close();

    public void close(int how) {}
  }
}
