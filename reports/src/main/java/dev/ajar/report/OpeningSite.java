package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.ResourceType;
import java.util.List;

/**
 * What a report would call one place of opening, told from its stack alone.
 *
 * @param at the line to look at, as the JDK prints it; {@code ?} for no stack
 * @param fingerprint of the finding that unclosed ones would be; that of the first where several
 *     lines of one method open the type
 */
public record OpeningSite(String at, String fingerprint) {

  /**
   * Names a place.
   *
   * @param stack of the opening, the innermost frame first
   * @param app the application's packages, joined by {@code +}; empty if nobody has named them
   */
  public static OpeningSite of(ResourceType type, List<Frame> stack, String app) {
    int blamed = Application.named(app).blamed(stack, type);
    Frame frame = blamed < 0 ? null : stack.get(blamed);
    return new OpeningSite(
        frame == null ? "?" : frame.toString(), Fingerprints.of(Kind.OPEN, type, frame));
  }
}
