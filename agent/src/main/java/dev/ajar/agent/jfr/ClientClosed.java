package dev.ajar.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A close, with the stack that closes. */
@Name("dev.ajar.ClientClosed")
@Label("HTTP Client Closed")
@Category({"Ajar", "Lives"})
@Description("An HTTP client was closed. The topmost frames of the stack trace are Ajar's own")
@StackTrace
final class ClientClosed extends ClientEnded {

  @Label("With Owner")
  @Description("Whether it was what it belongs to that was closed")
  boolean withOwner;
}
