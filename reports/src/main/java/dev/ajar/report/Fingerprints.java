package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that findings are known by over edits, builds and hosts: hashes of kind, type and
 * method, without line numbers and made-up names. Places that differ in their line only are
 * numbered in the order of lines, over all places of the run, so that one keeps its key when
 * another is mended.
 */
final class Fingerprints {

  private static final String VERSION = "v1";
  private static final int DIGITS = 12;

  private final Map<Place, String> subjects = new HashMap<>();

  private Fingerprints() {}

  static Fingerprints of(List<Place> places) {
    places.sort(new ByLine());
    Fingerprints fingerprints = new Fingerprints();
    Map<String, Integer> seen = new HashMap<>();
    for (Place place : places) {
      String subject = subject(place.type(), place.frame(), place.adopted());
      Integer known = seen.get(subject);
      int ordinal = known == null ? 1 : known + 1;
      seen.put(subject, ordinal);
      if (ordinal > 1) {
        subject = subject.concat("\n#").concat(Integer.toString(ordinal));
      }
      fingerprints.subjects.put(place, subject);
    }
    return fingerprints;
  }

  /** 12 hexadecimal digits for a finding of the given kind at a place. */
  String of(Kind kind, Place place) {
    String subject = subjects.get(place);
    if (subject == null) {
      subject = subject(place.type(), place.frame(), place.adopted());
    }
    return digits(kind, subject);
  }

  /** The same for the first such place of a method, whatever others there are. */
  static String of(Kind kind, ResourceType type, @Nullable Frame frame) {
    return digits(kind, subject(type, frame, false));
  }

  private static String digits(Kind kind, String subject) {
    StringBuilder text = new StringBuilder(VERSION).append('\n').append(kind.family()).append('\n');
    text.append(subject);
    int[] hash = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int digit = 0; digit < DIGITS; digit++) {
      int shift = Integer.SIZE - 4 * (digit % 8 + 1);
      digits.append(Character.forDigit(hash[digit / 8] >>> shift & 0xF, 16));
    }
    return digits.toString();
  }

  private static String subject(ResourceType type, @Nullable Frame frame, boolean adopted) {
    StringBuilder subject = new StringBuilder(type.className());
    subject.append(adopted ? "\nadopted\n" : "\n");
    if (frame == null) {
      return subject.append('?').toString();
    }
    subject.append(GeneratedNames.stable(frame.className())).append('.');
    return subject.append(GeneratedNames.stableMethod(frame.method())).toString();
  }

  private static final class ByLine implements Comparator<Place> {
    @Override
    public int compare(Place one, Place other) {
      return compare(one.frame(), other.frame());
    }

    private static int compare(@Nullable Frame one, @Nullable Frame other) {
      if (one == null || other == null) {
        return Boolean.compare(one == null, other == null);
      }
      int order = Integer.compare(one.line(), other.line());
      order = order != 0 ? order : one.className().compareTo(other.className());
      return order != 0 ? order : one.method().compareTo(other.method());
    }
  }
}
