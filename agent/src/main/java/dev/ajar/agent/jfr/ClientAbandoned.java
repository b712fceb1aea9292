package dev.ajar.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A resource that was collected while open; the stack at which that comes to light says nothing.
 */
@Name("dev.ajar.ClientAbandoned")
@Label("HTTP Client Abandoned")
@Category({"Ajar", "Lives"})
@Description(
    "An HTTP client is found to have been collected by the garbage collector while it was open")
@StackTrace(false)
final class ClientAbandoned extends ClientEnded {}
