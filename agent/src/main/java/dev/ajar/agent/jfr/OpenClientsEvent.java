package dev.ajar.agent.jfr;

import dev.ajar.report.Blame;
import dev.ajar.report.Moment;
import dev.ajar.report.OpenSites;
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

  @Label("Type")
  @Description("One of these in words")
  String type = "";

  @Label("Class")
  @Description("The public type that users know it by")
  String typeClass = "";

  @Label("Response")
  @Description("Whether clients hand it out for one exchange")
  boolean response;

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

  @Label("Last Opened")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long lastOpened;

  @Label("Site")
  @Description("Fingerprint of the finding that these become if they stay unclosed")
  String site = "";

  static OpenClientsEvent of(OpenSites.Site place) {
    OpenClientsEvent event = new OpenClientsEvent();
    Blame blame = place.blame();
    Moment lastOpened = place.lastOpened();
    event.type = place.type();
    event.typeClass = place.className();
    event.response = place.response();
    event.open = place.open();
    event.opened = place.counts().opened();
    event.closed = place.counts().closed() + place.counts().closedDuringShutdown();
    event.abandoned = place.counts().abandoned();
    event.openedAt = blame == null ? "?" : blame.at();
    event.lastOpened = lastOpened == null ? Long.MIN_VALUE : lastOpened.millis();
    event.site = place.fingerprint();
    return event;
  }
}
