package dev.ajar.agent.weave;

import dev.ajar.agent.jdk.JdkAccess;
import net.bytebuddy.agent.ByteBuddyAgent;

/** The hook of this JVM, of which there can be one only. */
final class TheHook {

  static final JdkAccess JDK;
  static final Hook HOOK;

  static {
    try {
      JDK = new JdkAccess(ByteBuddyAgent.install());
      HOOK = new Hook(JDK);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private TheHook() {}
}
