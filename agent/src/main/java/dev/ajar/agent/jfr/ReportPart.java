package dev.ajar.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A piece of the whole report, which {@code ajar-reports} puts together again. */
@Name("dev.ajar.Report")
@Label("Report")
@Category("Ajar")
@Description("A piece of Ajar's report in JSON, for ajar-reports; the other events are for tools")
@StackTrace(false)
final class ReportPart extends Event {

  @Label("Report")
  @Description("Number of the report in this run")
  int report;

  @Label("Final")
  @Description("Whether it was made at the end of the JVM, after the application's last hook")
  boolean last;

  @Label("Part")
  @Description("Number of the piece, from 0")
  int part;

  @Label("More")
  @Description("Whether a piece follows")
  boolean more;

  @Label("Text")
  String text = "";
}
