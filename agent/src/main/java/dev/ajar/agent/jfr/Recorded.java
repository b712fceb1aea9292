package dev.ajar.agent.jfr;

import dev.ajar.agent.jdk.MovedHook;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.Report;
import java.util.function.UnaryOperator;

/**
 * The run that recordings tell of.
 *
 * @param app the application's packages, joined by {@code +}; empty if nobody has named them
 * @param judge puts suppressions and baseline to a report
 * @param hook JFR's shutdown hook, which is to run after Ajar's last report
 */
public record Recorded(
    LedgerWriter ledger,
    Tracker tracker,
    Clock clock,
    String app,
    UnaryOperator<Report> judge,
    MovedHook hook) {}
