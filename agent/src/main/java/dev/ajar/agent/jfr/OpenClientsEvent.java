package dev.ajar.agent.jfr;

import dev.ajar.report.OpenSite;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** How many are open of what one line opened. */
@Name("dev.ajar.OpenClients")
@Label("Open HTTP Clients")
@Category("Ajar")
@Description("How many HTTP clients, or responses, of one place are open at this moment")
@StackTrace(false)
@Period("60 s")
final class OpenClientsEvent extends Event {

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

  @Label("Open")
  @Description("How many are open now")
  long open;

  @Label("Opened")
  @Description("How many were opened here so far")
  long opened;

  @Label("Closed")
  @Description("How many of these were closed")
  long closed;

  @Label("Abandoned")
  @Description("How many of these were collected while open")
  long abandoned;

  @Label("Opened At")
  @Description("The line to look at; ? for all places beyond the bound")
  String openedAt = "";

  @Label("Opening Stack")
  @Description("The most frequent way to the place, a frame a line, the innermost first")
  String openingStack = "";

  @Label("Last Opened")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long lastOpened;

  @Label("Site")
  @Description("Fingerprint of the finding that these become if they stay unclosed")
  String site = "";

  static OpenClientsEvent of(OpenSite place) {
    OpenClientsEvent event = new OpenClientsEvent();
    event.library = place.type().library();
    event.type = place.type().name();
    event.typeClass = place.type().className();
    event.contract = place.type().contract().name();
    event.open = place.open();
    event.opened = place.tally().opened();
    event.closed = place.tally().closed() + place.tally().closedDuringShutdown();
    event.abandoned = place.tally().abandoned();
    event.openedAt = place.at();
    event.openingStack = place.stack();
    event.lastOpened = place.lastOpened() == 0 ? Long.MIN_VALUE : place.lastOpened();
    event.site = place.fingerprint();
    return event;
  }
}
