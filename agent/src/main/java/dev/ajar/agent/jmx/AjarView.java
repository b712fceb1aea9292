package dev.ajar.agent.jmx;

import dev.ajar.report.OpenClients;
import dev.ajar.report.Summary;
import dev.ajar.report.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers JMX. What one poll asks for, attribute by attribute, is counted once. */
final class AjarView implements AjarMXBean {

  private static final long FRESH_NANOS = 1_000_000_000L;
  private static final int MOST_SITES = 100;

  private final View view;
  private @Nullable Summary summary;
  private long counted;

  AjarView(View view) {
    this.view = view;
  }

  @Override
  public long getOpened() {
    return clients().opened();
  }

  @Override
  public long getClosed() {
    Tally clients = clients();
    return clients.closed() + clients.closedDuringShutdown() + clients.closedWithOwner();
  }

  @Override
  public long getAbandoned() {
    return clients().abandoned();
  }

  @Override
  public long getOpen() {
    return clients().open();
  }

  @Override
  public long getResponsesOpened() {
    return summary().responses().opened();
  }

  @Override
  public long getResponsesOpen() {
    return summary().responses().open();
  }

  @Override
  public List<OpenSite> getSites() {
    List<OpenSite> sites = new ArrayList<>();
    for (OpenClients clients : view.open()) {
      if (sites.size() < MOST_SITES) {
        sites.add(new OpenSite(clients));
      }
    }
    return sites;
  }

  @Override
  public String dump() throws IOException {
    return view.dump();
  }

  private Tally clients() {
    return summary().clients();
  }

  private synchronized Summary summary() {
    Summary known = summary;
    if (known == null || System.nanoTime() - counted > FRESH_NANOS) {
      known = view.summary();
      summary = known;
      counted = System.nanoTime();
    }
    return known;
  }
}
