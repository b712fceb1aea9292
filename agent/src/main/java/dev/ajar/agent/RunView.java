package dev.ajar.agent;

import dev.ajar.agent.exit.Dump;
import dev.ajar.agent.jmx.View;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.Nature;
import dev.ajar.report.OpenClients;
import dev.ajar.report.Report;
import dev.ajar.report.Summary;
import java.io.IOException;
import java.util.List;

/** This run, as others in the JVM may see it; made from the ledger, like every report. */
record RunView(LedgerWriter ledger, Tracker tracker, Clock clock, Dump dumps) implements View {

  @Override
  public Summary summary() {
    tracker.settle();
    return Report.of(ledger.read(), Nature.SNAPSHOT, clock.now()).summary();
  }

  @Override
  public List<OpenClients> open() {
    tracker.settle();
    return OpenClients.of(ledger.read(), clock.now());
  }

  @Override
  public String dump() throws IOException {
    return dumps.write(null).toString();
  }

  @Override
  public void problem(String line) {
    ledger.problem(line);
  }
}
