package dev.ajar.cli;

import dev.ajar.ledger.Frame;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** The stack of a recorded opening, from the line to look at on: Ajar's frames lie above it. */
final class RecordedStack {

  /** At least the line to look at. */
  static List<Frame> of(RecordedEvent event) {
    Frame blamed = frame(event.getString("openedAt"));
    List<Frame> stack = new ArrayList<>(List.of(blamed));
    RecordedStackTrace trace = event.getStackTrace();
    boolean below = false;
    for (RecordedFrame frame : trace == null ? List.<RecordedFrame>of() : trace.getFrames()) {
      if (below) {
        stack.add(frame(frame, blamed));
      } else {
        below =
            frame.getMethod().getType().getName().equals(blamed.className())
                && frame.getMethod().getName().equals(blamed.method())
                && frame.getLineNumber() == blamed.line();
      }
    }
    return stack;
  }

  /** JFR has no names of source files: a guess, as good as the class's name. */
  private static Frame frame(RecordedFrame frame, Frame blamed) {
    String className = frame.getMethod().getType().getName();
    String file = blamed.file();
    String ending = file != null && file.endsWith(".kt") ? ".kt" : ".java";
    int nested = className.indexOf('$');
    String top = nested < 0 ? className : className.substring(0, nested);
    String guess = top.substring(top.lastIndexOf('.') + 1) + ending;
    return new Frame(className, frame.getMethod().getName(), guess, frame.getLineNumber());
  }

  /** A frame as {@link Frame#toString} writes it. */
  private static Frame frame(String text) {
    int open = text.indexOf('(');
    int method = open < 0 ? -1 : text.lastIndexOf('.', open);
    if (method < 0 || !text.endsWith(")")) {
      return new Frame("?", "?", null, Frame.NO_LINE);
    }
    String place = text.substring(open + 1, text.length() - 1);
    int colon = place.lastIndexOf(':');
    String file = colon < 0 ? place : place.substring(0, colon);
    return new Frame(
        text.substring(0, method),
        text.substring(method + 1, open),
        file.equals("Unknown Source") ? null : file,
        colon < 0 ? Frame.NO_LINE : Integer.parseInt(place.substring(colon + 1)));
  }

  private RecordedStack() {}
}
