package dev.ajar.report;

/**
 * The numbers that verdicts and their wording turn on, all but the {@link Limits} that an option
 * can change.
 */
final class Thresholds {

  /**
   * What it takes to be many rather than few, as a multiple of a limit: many are a finding even if
   * each may have been made for another tenant, or all at once.
   */
  static final int MANY = 10;

  /** The part of what a place opened, as divisor, that it has to have closed, to close most. */
  static final int PARTIAL_DIVISOR = 2;

  /**
   * How long ago, in ms, the last of the unclosed has to have been opened at the least, for them to
   * grow no more.
   */
  static final long SETTLED_MILLIS = 60_000;

  /**
   * What was open at the end for no longer than so many percent of its place's others were, may
   * have been in use.
   */
  static final int USUAL_PERCENT = 99;

  /** A client that lived for less, in ms, may have been made for one call. */
  static final long CALL_MILLIS = 64_000;

  /** The same where no request was seen, of any of them. */
  static final long UNUSED_MILLIS = 1_000;

  /** Requests of a client that was made for one call; the ledger counts two and three as one. */
  static final int CALL_REQUESTS = 3;

  /** How many times over, at least, clients have to have been made for calls. */
  static final int ROUNDS = 3;

  /** The part of the process's life, as divisor, that is a burst: 10 for a tenth. */
  static final int BURST_DIVISOR = 10;

  /** Clients that come one in so many ms, or faster, come often. */
  static final double OFTEN_MILLIS = 10_000;

  /** Openings of one place from which on a rate says something. */
  static final int RATED = 5;

  /** A rate, in openings a second, is told when it is above this. */
  static final double RATE = 1.0;

  /**
   * The part of the process's life, as divisor, that the only resource of a place has to have been
   * open for more than, to be <em>application-scoped</em>: 2 for half of it.
   */
  static final int LIFE_DIVISOR = 2;

  /**
   * How long a close may take, in ms, until it counts as one that does not end: twice the longest
   * grace period of a library.
   */
  static final long CLOSE_MILLIS = 30_000;

  /** Callers of a place that a report lists. */
  static final int CALLERS = 20;

  /** Callers of a place that the text lists. */
  static final int CALLERS_IN_TEXT = 3;

  /** Places that close a type which a finding lists. */
  static final int CLOSERS = 3;

  /** Places of closes that failed, and of uses after a close, that a finding lists. */
  static final int SPOTS = 4;

  /** Names of threads, and of hosts, that a finding lists. */
  static final int NAMES = 4;

  /** Findings that the text lists, unless their lines are too many. */
  static final int FINDINGS_IN_TEXT = 20;

  /** Lines of the text after which it begins no further finding. */
  static final int LINES_OF_FINDINGS = 120;

  /** Pieces of information that the text lists. */
  static final int INFORMATION_IN_TEXT = 5;

  /** Lines of problems, and of damage, that the text lists. */
  static final int LINES_IN_TEXT = 20;

  /** Addresses with connections that a report lists. */
  static final int PEERS = 20;

  /** Clients that keep a process from ending that the text lists. */
  static final int HOLDERS_IN_TEXT = 5;

  private Thresholds() {}
}
