package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file of suppressions hid. It stays in the counts.
 *
 * @param file the file as it was named, or null if none was
 * @param suppressions its lines, in order, without those that are damaged
 * @param findings what they hide, with the numbers they have among all findings
 */
public record Suppressed(
    @Nullable String file, List<Suppression> suppressions, List<Finding> findings) {

  /** Where there is no file. */
  static final Suppressed NONE = new Suppressed(null, List.of(), List.of());

  /** Keeps the lists as they are now. */
  public Suppressed {
    suppressions = List.copyOf(suppressions);
    findings = List.copyOf(findings);
  }
}
