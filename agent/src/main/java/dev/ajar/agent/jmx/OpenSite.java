package dev.ajar.agent.jmx;

import dev.ajar.report.OpenClients;

/** Clients of one type that one line opened and that are open; composite data in JMX. */
public final class OpenSite {

  private final OpenClients clients;

  OpenSite(OpenClients clients) {
    this.clients = clients;
  }

  /** One of them in words. */
  public String getType() {
    return clients.type();
  }

  /** Their public type. */
  public String getClassName() {
    return clients.className();
  }

  /** The line; {@code ?} for all beyond the bound of places. */
  public String getSite() {
    return clients.site();
  }

  /** How many, from 1. */
  public long getOpen() {
    return clients.count();
  }
}
