package dev.ajar.agent.weave;

import java.util.List;
import java.util.function.Supplier;

/** Constructors and methods with an inside. Never used as it is compiled, only its woven copy. */
@SuppressWarnings("unused") // called by reflection
public class Stretches {

  private final boolean shared;
  private final Supplier<String> name;
  private int next;

  public Stretches() {
    this(Boolean.getBoolean("no.such.property") ? new StringBuilder("yes") : new StringBuilder());
  }

  public Stretches(StringBuilder text) {
    this(new String(text.toString().toCharArray()), true);
  }

  public Stretches(String text, boolean shared) {
    super();
    if (text == null) {
      throw new IllegalArgumentException("no text");
    }
    this.shared = shared;
    this.name = () -> text;
  }

  public static Stretches create(String text, boolean shared) {
    try {
      return new Stretches(text, shared);
    } catch (IllegalArgumentException e) {
      if (shared) {
        return null;
      }
      throw e;
    }
  }

  public int read() {
    next++;
    return next == 3 ? -1 : next;
  }

  public int read(byte[] into, List<String> seen) {
    for (int at = 0; at < into.length; at++) {
      long value = read();
      if (value < 0) {
        seen.add("end");
        return -1;
      }
      into[at] = (byte) value;
    }
    return into.length;
  }

  public long skip(long bytes) {
    return -1;
  }
}
