package dev.ajar.report;

/** The numbers that verdicts and their wording turn on, all of them. */
final class Thresholds {

  /** Unclosed resources of one place from which on it is <em>piled up</em>. */
  static final int PILED_UP = 5;

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
   * How long a close that ends in the background may take, in ms, until what it is to close counts
   * as open: twice the longest grace period of a library.
   */
  static final long CLOSE_MILLIS = 30_000;

  /** Callers of a place that a report lists. */
  static final int CALLERS = 20;

  /** Callers of a place that the text lists. */
  static final int CALLERS_IN_TEXT = 3;

  /** Places that close a type which a finding lists. */
  static final int CLOSERS = 3;

  /** Names of threads, and of hosts, that a finding lists. */
  static final int NAMES = 4;

  /** Findings that the text lists. */
  static final int FINDINGS_IN_TEXT = 20;

  /** Lines of problems, and of damage, that the text lists. */
  static final int LINES_IN_TEXT = 20;

  /** Addresses with connections that a report lists. */
  static final int PEERS = 20;

  /** Clients that keep a process from ending that the text lists. */
  static final int HOLDERS_IN_TEXT = 5;

  private Thresholds() {}
}
