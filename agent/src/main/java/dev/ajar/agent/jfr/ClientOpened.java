package dev.ajar.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** An opening, with the stack that opens. */
@Name("dev.ajar.ClientOpened")
@Label("HTTP Client Opened")
@Category({"Ajar", "Lives"})
@Description("An HTTP client was opened. The topmost frames of the stack trace are Ajar's own")
@StackTrace
final class ClientOpened extends LifeEvent {}
