package dev.ajar.agent.jfr;

import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.SettingControl;

/** The setting {@code kinds}: words joined by {@code +}. */
public final class KindsControl extends SettingControl {

  private volatile String value = "client";
  private volatile Set<String> kinds = Set.of(value);

  /** Made by JFR. */
  public KindsControl() {}

  boolean holds(String kind) {
    return kinds.contains(kind);
  }

  /** Whatever any recording asks for. */
  @Override
  public String combine(Set<String> values) {
    return String.join("+", words(values));
  }

  @Override
  public void setValue(String wanted) {
    value = wanted;
    kinds = words(Set.of(wanted));
  }

  @Override
  public String getValue() {
    return value;
  }

  private static Set<String> words(Set<String> values) {
    Set<String> all = new TreeSet<>();
    for (String each : values) {
      for (String kind : each.split("\\+", -1)) {
        if (!kind.isBlank()) {
          all.add(kind.strip());
        }
      }
    }
    return all;
  }
}
