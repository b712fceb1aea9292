package dev.ajar.agent.jmx;

import java.io.IOException;
import java.util.List;

/** Ajar in JMX, as {@code dev.ajar:type=Ajar}. Counts are those up to the moment of asking. */
public interface AjarMXBean {

  /** Clients opened. */
  long getOpened();

  /** Clients that are closed, by themselves or with the client they belong to. */
  long getClosed();

  /** Clients that were collected while open. */
  long getAbandoned();

  /** Clients that are open. */
  long getOpen();

  /** Responses opened. */
  long getResponsesOpened();

  /** Responses that are open. */
  long getResponsesOpen();

  /** Where those open were opened, the most first, without those inside others; at most 100. */
  List<OpenSite> getSites();

  /**
   * Writes a snapshot report.
   *
   * @return the path of its file
   * @throws IOException if it cannot be written
   */
  String dump() throws IOException;
}
