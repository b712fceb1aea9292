package dev.ajar.report;

import dev.ajar.ledger.Frame;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Frames as text, each once: a ledger names a frame in four bytes, as often as it likes, and what a
 * report takes has to stay in proportion to the ledger.
 */
final class FrameTexts {

  private final IdentityHashMap<Frame, String> known = new IdentityHashMap<>();

  /** The frames of a stack as the JDK prints them. */
  List<String> of(List<Frame> stack) {
    List<String> texts = new ArrayList<>(stack.size());
    for (Frame frame : stack) {
      String text = known.get(frame);
      if (text == null) {
        text = frame.toString();
        known.put(frame, text);
      }
      texts.add(text);
    }
    return texts;
  }
}
