package dev.ajar.agent.jfr;

import dev.ajar.agent.track.Life;
import dev.ajar.report.OpeningSite;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** What the events have in common that tell of one resource. */
@Enabled
abstract class LifeEvent extends Event {

  @Label("Library")
  String library = "";

  @Label("Type")
  @Description("One of these in words")
  String type = "";

  @Label("Class")
  @Description("The public type that users know it by")
  String typeClass = "";

  @Label("Kind")
  @Description("client, part (of a client) or handout (a response, a body, a lease)")
  String kind = "";

  @Label("Contract")
  @Description("Whether the library says that it MUST, SHOULD or MAY be closed, or NEVER")
  String contract = "";

  @Label("Identity")
  @Description("Identity hash code; with the time of the opening it tells one from another")
  int identity;

  @Label("Opened")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long opened;

  @Label("Opened At")
  @Description("The line to look at")
  String openedAt = "";

  @Label("Site")
  @Description(
      "Fingerprint of the finding that this becomes if it stays unclosed; of several such lines in"
          + " one method, that of the first")
  String site = "";

  @Label("Owner")
  @Description("What it belongs to, in words, if that is known")
  @Nullable String owner;

  @Label("Owner Identity")
  @Description("0 for none")
  int ownerIdentity;

  void tell(Life life, OpeningSite name) {
    library = life.type().library();
    type = life.type().name();
    typeClass = life.type().className();
    kind = life.type().role().word();
    contract = life.type().contract().name();
    identity = life.identity();
    opened = life.opened();
    openedAt = name.at();
    site = name.fingerprint();
    owner = life.owner() == null ? null : life.owner().name();
    ownerIdentity = life.ownerIdentity();
  }

  @SettingDefinition
  @Name("kinds")
  @Label("Kinds")
  @Description("Kinds that are recorded, such as client or client+part+handout")
  boolean kinds(KindsControl control) {
    return control.holds(kind);
  }

  @SettingDefinition
  @Name("rate")
  @Label("Rate")
  @Description("Most events in a time, such as 100/s; off for all")
  boolean rate(RateControl control) {
    return control.holds();
  }
}
