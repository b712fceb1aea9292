package dev.ajar.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JVM that the agent is loaded into; alone in using the module {@code jdk.attach}. */
final class TargetJvm {

  /** Where the agent leaves what it has to say, in the JVM's properties for those who attach. */
  private static final String ANSWER = "dev.ajar.answer";

  /**
   * Loads the agent, and returns what it says to that.
   *
   * @param jar path of the agent, as the process sees it
   * @throws IOException if it cannot be loaded; the message says why
   */
  static String load(TargetProcess process, Path jar, @Nullable String options) throws IOException {
    VirtualMachine jvm = attach(process);
    try {
      jvm.loadAgent(jar.toString(), options);
      String answer = jvm.getAgentProperties().getProperty(ANSWER);
      if (answer == null || answer.isEmpty()) {
        return "loaded; what it says is on the standard error of " + process.pid();
      }
      if (answer.startsWith("-")) {
        throw new IOException("Ajar " + answer.substring(1));
      }
      return answer.substring(1);
    } catch (AgentLoadException | AgentInitializationException e) {
      String reason = String.valueOf(e.getMessage());
      throw new IOException(
          reason.contains("not enabled")
              ? "the JVM takes no agents while it runs; start it with"
                  + " -XX:+EnableDynamicAgentLoading, or with -javaagent"
              : "the JVM does not load " + jar + ": " + reason,
          e);
    } finally {
      jvm.detach();
    }
  }

  private static VirtualMachine attach(TargetProcess process) throws IOException {
    try {
      return VirtualMachine.attach(Long.toString(process.pid()));
    } catch (AttachNotSupportedException | IOException e) {
      String stranger = process.stranger();
      throw new IOException(
          "cannot attach to process "
              + process.pid()
              + ": "
              + e.getMessage()
              + (stranger.isEmpty() ? "; does it run with -XX:+DisableAttachMechanism?" : stranger),
          e);
    }
  }

  private TargetJvm() {}
}
