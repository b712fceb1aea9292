package dev.ajar.agent.weave;

import java.lang.instrument.Instrumentation;

/**
 * Weaves targets that were loaded before the transformer was there: by another agent, by an AOT
 * cache, or because Ajar came late.
 */
public final class LoadedTargets {

  /** Weaves them one by one, so that one which cannot be woven does not keep back the others. */
  public static void weave(
      Instrumentation instrumentation, Transformer transformer, WeaveListener listener) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getClassLoader() == null) {
        continue; // nearly all of them, and no rule is about a class of the boot loader
      }
      String internalName = loaded.getName().replace('.', '/');
      if (transformer.isTarget(internalName)) {
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
