package dev.ajar.agent.jfr;

import java.util.Set;
import jdk.jfr.SettingControl;

/**
 * The setting {@code rate}: {@code off}, or a number, a slash and one of ms, s, m, h. JFR has a
 * setting of this kind for events of applications only from JDK 25 on.
 */
public final class RateControl extends SettingControl {

  private static final double NANOS = 1_000_000_000.0;

  private volatile String value = "off";
  private volatile double perSecond = -1;
  private double allowed;
  private long last;

  /** Made by JFR. */
  public RateControl() {}

  boolean holds() {
    return perSecond < 0 || holds(System.nanoTime());
  }

  /** A bucket that holds what comes in a second, at least one. */
  synchronized boolean holds(long now) {
    double rate = perSecond;
    allowed = Math.min(Math.max(1, rate), allowed + (now - last) / NANOS * rate);
    last = now;
    if (allowed < 1) {
      return false;
    }
    allowed--;
    return true;
  }

  /** The highest that any recording asks for. */
  @Override
  public String combine(Set<String> values) {
    String highest = null;
    for (String each : values) {
      double rate = Amount.perSecond(each);
      if (rate < 0) {
        return "off";
      }
      if (highest == null || rate > Amount.perSecond(highest)) {
        highest = each;
      }
    }
    return highest == null ? "off" : highest;
  }

  @Override
  public synchronized void setValue(String rate) {
    value = rate;
    perSecond = Amount.perSecond(rate);
    allowed = Math.max(1, perSecond);
    last = System.nanoTime();
  }

  @Override
  public String getValue() {
    return value;
  }
}
