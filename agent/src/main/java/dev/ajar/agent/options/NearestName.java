package dev.ajar.agent.options;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The known name that somebody probably meant, by Levenshtein distance and without regard to case.
 */
final class NearestName {
  private NearestName() {}

  /**
   * The nearest of the known names; null where none is within two edits or a third of the length.
   */
  static @Nullable String of(String given, List<String> known) {
    int least = Math.max(2, given.length() / 3) + 1;
    String nearest = null;
    for (String name : known) {
      // The difference in length is a lower bound, so a long text is never compared at length.
      if (Math.abs(given.length() - name.length()) < least) {
        int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          nearest = name;
        }
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
