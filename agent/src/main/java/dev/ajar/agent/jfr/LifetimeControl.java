package dev.ajar.agent.jfr;

import java.util.Set;
import jdk.jfr.SettingControl;

/** The setting {@code lifetime}: a number and one of ms, s, m, h. */
public final class LifetimeControl extends SettingControl {

  private volatile String value = "0 ms";
  private volatile long least;

  /** Made by JFR. */
  public LifetimeControl() {}

  boolean holds(long lifetime) {
    return lifetime >= least;
  }

  /** The shortest that any recording asks for. */
  @Override
  public String combine(Set<String> values) {
    String shortest = null;
    for (String each : values) {
      if (shortest == null || Amount.millis(each) < Amount.millis(shortest)) {
        shortest = each;
      }
    }
    return shortest == null ? "0 ms" : shortest;
  }

  @Override
  public void setValue(String lifetime) {
    value = lifetime;
    least = Amount.millis(lifetime);
  }

  @Override
  public String getValue() {
    return value;
  }
}
