package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held, in words: of one place, and of the whole process. */
final class HoldsLines {

  /** What a finding's resources hold besides their parts; empty if that is nothing. */
  static StringBuilder of(@Nullable Holds holds, TextStyle style) {
    StringBuilder line = new StringBuilder();
    if (holds == null) {
      return line;
    }
    Holds.Pools pools = holds.pools();
    if (pools != null && (pools.leased() + pools.available() > 0 || pools.answered() == 0)) {
      pools(line, pools);
    }
    for (Holds.Threads threads : holds.threads()) {
      threads(line.append(line.length() > 0 ? ", " : ""), threads, style);
    }
    return line;
  }

  private static void pools(StringBuilder line, Holds.Pools pools) {
    if (pools.answered() == 0) {
      line.append("connections unknown (no answer within 1 s)");
      return;
    }
    count(line, pools.leased() + pools.available(), "connection");
    line.append(" (").append(Figures.grouped(pools.leased())).append(" leased)");
    if (pools.answered() < pools.asked()) {
      line.append(" in ").append(Figures.grouped(pools.answered())).append(" of ");
      line.append(Figures.grouped(pools.asked())).append(" pools, the others were not read");
    }
  }

  private static void threads(StringBuilder line, Holds.Threads threads, TextStyle style) {
    line.append(threads.bound() == Finding.Bound.EXACT ? "" : "up to ");
    count(line, threads.count(), "thread");
    line.append(" \"").append(style.clean(threads.name())).append('"');
    if (!threads.daemon()) {
      line.append(" that the JVM waits for");
    }
    if (threads.places() > 1) {
      line.append(", shared by ").append(Figures.grouped(threads.places())).append(" places");
    }
  }

  /** The connections to hosts that were asked. */
  static StringBuilder sockets(@Nullable Holds holds, TextStyle style) {
    StringBuilder line = new StringBuilder();
    for (Holds.Sockets sockets : holds == null ? List.<Holds.Sockets>of() : holds.sockets()) {
      line.append(line.length() > 0 ? "; " : "");
      line.append(Figures.grouped(sockets.established() + sockets.closeWait())).append(" to ");
      line.append(style.clean(sockets.remote()));
      if (!sockets.host().equals(sockets.remote())) {
        line.append(" (").append(style.clean(sockets.host())).append(')');
      }
      closeWait(line, sockets.closeWait());
      if (sockets.places() > 1) {
        line.append(", in total for the ").append(Figures.grouped(sockets.places()));
        line.append(" places that call it");
      }
    }
    return line;
  }

  private static void closeWait(StringBuilder line, long count) {
    if (count > 0) {
      line.append(", ").append(Figures.grouped(count));
      line.append(" of them in CLOSE_WAIT: closed by the other side alone");
    }
  }

  /** That pools have no connection left to give; empty if they have. */
  static StringBuilder exhausted(@Nullable Holds holds) {
    StringBuilder line = new StringBuilder();
    Holds.Pools pools = holds == null ? null : holds.pools();
    if (pools != null && pools.exhausted() > 0) {
      count(line, pools.exhausted(), "pool");
      line.append(pools.exhausted() == 1 ? " has" : " have").append(" no connection left; ");
      count(line, pools.pending(), "request");
      line.append(pools.pending() == 1 ? " waits" : " wait").append(" for one");
    }
    return line;
  }

  /** What the process held in all. */
  static StringBuilder process(ProcessHolds holds) {
    StringBuilder line = new StringBuilder();
    if (holds.liveThreads() != null) {
      count(line, holds.liveThreads(), "thread");
      line.append(", ").append(Figures.grouped(holds.clientThreads())).append(" of HTTP clients; ");
    }
    ProcessHolds.Descriptors open = holds.descriptors();
    if (open == null) {
      return line.append("file descriptors and sockets unknown: this system does not show them");
    }
    count(line, open.files() + open.sockets() + open.pipes() + open.anonymous(), "file descriptor");
    line.append(": ");
    count(line, open.sockets(), "socket");
    count(line.append(", "), open.files(), "file");
    line.append(", ").append(Figures.grouped(open.pipes() + open.anonymous())).append(" others");
    ProcessHolds.Tcp tcp = holds.tcp();
    if (tcp == null) {
      line.append("; TCP connections unknown");
    } else {
      line.append("; TCP: ").append(Figures.grouped(tcp.established())).append(" established");
      line.append(", ").append(Figures.grouped(tcp.closeWait())).append(" in CLOSE_WAIT");
    }
    return line;
  }

  /** Why the process could not end. */
  static StringBuilder hang(ProcessHolds.Hang hang, @Nullable Moment asOf, TextStyle style) {
    StringBuilder line = new StringBuilder("main had ended by ");
    WhenLine.time(line, hang.since(), asOf);
    line.append("; since then only threads of HTTP clients kept the JVM alive");
    return by(line, hang, style);
  }

  /** Which clients' threads it is that keep a process from ending. */
  static StringBuilder by(StringBuilder line, ProcessHolds.Hang hang, TextStyle style) {
    for (int at = 0; at < Math.min(hang.by().size(), Thresholds.HOLDERS_IN_TEXT); at++) {
      line.append(at == 0 ? ": " : "; ").append(style.clean(hang.by().get(at)));
    }
    if (hang.by().size() > Thresholds.HOLDERS_IN_TEXT) {
      line.append("; and others");
    }
    return line;
  }

  private static void count(StringBuilder line, long count, String noun) {
    line.append(Figures.grouped(count)).append(' ').append(noun).append(count == 1 ? "" : "s");
  }

  private HoldsLines() {}
}
