package dev.ajar.cli;

/** What the command's exit status says. */
final class ExitStatus {

  /** Nothing found that is to fail a build. */
  static final int NOTHING = 0;

  /** There are findings. */
  static final int FINDINGS = 1;

  /** The input cannot be read, or part of it cannot. */
  static final int UNREADABLE = 2;

  /** The command was called in a wrong way. */
  static final int USAGE = 64;

  private ExitStatus() {}
}
