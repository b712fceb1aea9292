package dev.ajar.agent.jfr;

import dev.ajar.agent.track.Life;
import dev.ajar.report.OpeningSite;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.Timespan;

/** What the events have in common that tell of an end. */
abstract class ClientEnded extends LifeEvent {

  @Label("Lifetime")
  @Timespan(Timespan.MILLISECONDS)
  long lifetime;

  @Label("Requests")
  @Description("Requests through it, where Ajar can see them")
  long requests;

  void tell(Life life, OpeningSite name, long now) {
    tell(life, name);
    lifetime = Math.max(0, now - life.opened());
    requests = life.requests();
  }

  @SettingDefinition
  @Name("lifetime")
  @Label("Lifetime")
  @Description("Only of those that lived at least so long, such as 20 ms")
  boolean longLived(LifetimeControl control) {
    return control.holds(lifetime);
  }
}
