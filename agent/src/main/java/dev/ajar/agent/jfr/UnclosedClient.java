package dev.ajar.agent.jfr;

import dev.ajar.report.Blame;
import dev.ajar.report.Finding;
import dev.ajar.report.Moment;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** A finding, as far as tools can show it. */
@Name("dev.ajar.UnclosedClient")
@Label("Unclosed HTTP Client")
@Category("Ajar")
@Description("A finding: one place that opens HTTP clients, and what is wrong with them")
@StackTrace(false)
@Period("endChunk")
final class UnclosedClient extends Event {

  private static final int MOST_FRAMES = 64;

  @Label("Final")
  @Description("Whether this was found at the end of the JVM, after the application's last hook")
  boolean last;

  @Label("Kind")
  @Description("open, abandoned, partial, churn, close-failed or used-after-close")
  String kind = "";

  @Label("Severity")
  @Description("error, warning or info")
  String severity = "";

  @Label("Library")
  String library = "";

  @Label("Type")
  @Description("One of these in words")
  String type = "";

  @Label("Class")
  @Description("The public type that users know it by")
  String typeClass = "";

  @Label("Contract")
  String contract = "";

  @Label("Count")
  @Description("How many resources this is about")
  long count;

  @Label("Opened")
  @Description("How many were opened at this place")
  long opened;

  @Label("Opened At")
  @Description("The line to look at")
  @Nullable String openedAt;

  @Label("Opening Stack")
  @Description("The most frequent way to the place, a frame a line, the innermost first")
  String openingStack = "";

  @Label("First Opened")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long firstOpened;

  @Label("Last Opened")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long lastOpened;

  @Label("Requests")
  long requests;

  @Label("Why")
  String why = "";

  @Label("Remedy")
  String remedy = "";

  @Label("Fingerprint")
  @Description("Stays the same over edits, builds and hosts")
  String fingerprint = "";

  @Label("Suppressed")
  @Description("Whether a suppression hides it")
  boolean suppressed;

  @Label("Novelty")
  @Description("new or known, by the baseline; none without one")
  String novelty = "";

  static UnclosedClient of(Finding finding, boolean last) {
    UnclosedClient event = new UnclosedClient();
    Blame blame = finding.blame();
    event.last = last;
    event.kind = finding.kind().word();
    event.severity = finding.severity().word();
    event.library = finding.type().library();
    event.type = finding.type().name();
    event.typeClass = finding.type().className();
    event.contract = finding.type().contract().name();
    event.count = finding.subjects();
    event.opened = finding.counts().opened();
    event.openedAt = blame == null ? null : blame.at();
    event.openingStack = lines(finding);
    event.firstOpened = millis(finding.firstOpened());
    event.lastOpened = millis(finding.lastOpened());
    event.requests = finding.requests().count();
    event.why = finding.type().why();
    event.remedy = finding.remedy();
    event.fingerprint = finding.fingerprint();
    event.suppressed = finding.standing().suppressedBy() != null;
    event.novelty = finding.standing().novelty().word();
    return event;
  }

  private static String lines(Finding finding) {
    StringBuilder lines = new StringBuilder(1024);
    int frames = 0;
    for (String frame : finding.stack()) {
      if (frames++ == MOST_FRAMES) {
        break;
      }
      lines.append(lines.isEmpty() ? "" : "\n").append(frame);
    }
    return lines.toString();
  }

  /** JFR's word for no time is the least number. */
  private static long millis(@Nullable Moment moment) {
    return moment == null ? Long.MIN_VALUE : moment.millis();
  }
}
