package dev.ajar.agent.weave;

import java.lang.instrument.Instrumentation;

/**
 * Weaves targets that were loaded before the transformer was there: by another agent, by an AOT
 * cache, or because Ajar came late.
 */
public final class LoadedTargets {

  /** Where all classes of the boot loader lie that any rule is about. */
  static final String BOOT = "sun.net.www.protocol.http.";

  private static final String RECORDER = "jdk.jfr.internal.ShutdownHook";
  private static final String MANAGEMENT = "java.lang.management.ManagementFactory";

  /** Weaves them one by one, so that one which cannot be woven does not keep back the others. */
  public static void weave(
      Instrumentation instrumentation, Transformer transformer, WeaveListener listener) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName();
      if (loaded.getClassLoader() == null && !name.startsWith(BOOT)) {
        if (name.equals(MANAGEMENT)) {
          int unused = listener.managementProbe(); // whoever listens has it woven
        } else if (name.equals(RECORDER)) {
          listener.metRecorder(true);
        }
        continue; // nearly all of them
      }
      String internalName = name.replace('.', '/');
      transformer.meet(internalName, loaded.getClassLoader());
      if (transformer.isTarget(internalName) || transformer.isSubtype(loaded)) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError e) {
          listener.notWoven(internalName, e);
        }
      }
    }
  }

  private LoadedTargets() {}
}
