package dev.ajar.agent;

import dev.ajar.agent.exit.Stderr;
import dev.ajar.agent.jdk.JdkAccess;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the agent is loaded into a running JVM. Whoever loaded it finds what it has to
 * say among the agent properties of the JVM, which the application does not see.
 */
final class Arrival {

  /**
   * The agent property that holds the answer to the last arrival: {@code +} where what was asked
   * for is so, else {@code -}, and a sentence.
   */
  private static final String ANSWER = "dev.ajar.answer";

  private static final String DUMP = "dump";
  private static final String DUMP_AS = "dump=";
  private static final String WRITTEN = "snapshot in ";

  /**
   * Starts Ajar, or writes a snapshot report.
   *
   * @param arguments {@code dump}, {@code dump=} and a pattern as of the option {@code output}, or
   *     options to start with; null for none
   */
  static void come(@Nullable String arguments, Instrumentation instrumentation) {
    boolean done = true;
    String answer;
    if (arguments != null && (arguments.equals(DUMP) || arguments.startsWith(DUMP_AS))) {
      answer = dump(arguments.equals(DUMP) ? null : arguments.substring(DUMP_AS.length()));
      done = answer.startsWith(WRITTEN);
    } else {
      boolean second = Agent.started();
      answer = Agent.start(arguments, instrumentation, false);
      done = second || answer == null;
    }
    if (answer != null) {
      Stderr.line(answer);
    }
    String sentence = answer == null ? "watches from now on" : answer;
    leave((done ? "+" : "-").concat(sentence), instrumentation);
  }

  private static String dump(@Nullable String pattern) {
    Watch watch = Agent.watch();
    if (watch == null) {
      return Agent.started()
          ? "is off in this JVM, so there is nothing to dump"
          : "was not in this JVM, so there is nothing to dump; nothing was started";
    }
    try {
      String file = watch.dump(pattern);
      return file == null
          ? "has met no known client in this JVM yet, so there is nothing to dump"
          : WRITTEN + file;
    } catch (IOException | RuntimeException e) {
      return "the snapshot cannot be written: " + e.getMessage();
    }
  }

  private static void leave(String answer, Instrumentation instrumentation) {
    try {
      new JdkAccess(instrumentation).agentProperties().setProperty(ANSWER, answer);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // A JVM that refuses: the answer is on standard error, or is that all went well.
    }
  }

  private Arrival() {}
}
