package dev.ajar.agent.jfr;

import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.SettingControl;

/** The setting {@code kinds}: words joined by {@code +}. */
public final class KindsControl extends SettingControl {

  private volatile String value = "client";

  /** Made by JFR. */
  public KindsControl() {}

  boolean holds(String kind) {
    return "+".concat(value).concat("+").contains("+".concat(kind).concat("+"));
  }

  /** Whatever any recording asks for. */
  @Override
  public String combine(Set<String> values) {
    Set<String> all = new TreeSet<>();
    for (String each : values) {
      for (String kind : each.split("\\+", -1)) {
        if (!kind.isBlank()) {
          all.add(kind.strip());
        }
      }
    }
    return String.join("+", all);
  }

  @Override
  public void setValue(String kinds) {
    value = kinds;
  }

  @Override
  public String getValue() {
    return value;
  }
}
