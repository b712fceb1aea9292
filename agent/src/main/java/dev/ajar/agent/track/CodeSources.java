package dev.ajar.agent.track;

import dev.ajar.agent.jdk.Origin;
import dev.ajar.ledger.CodeSource;
import dev.ajar.ledger.LedgerWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes into the ledger where the classes on stacks came from, each once. Thread-safe. */
final class CodeSources {

  private static final int MOST_KNOWN = 16_384;

  private final LedgerWriter ledger;
  private final Set<String> known = new HashSet<>();

  CodeSources(LedgerWriter ledger) {
    this.ledger = ledger;
  }

  /** Notes classes, of which the JDK's are left out. */
  synchronized void note(List<Class<?>> classes) {
    for (Class<?> at : classes) {
      try {
        if (at.getClassLoader() != null && known.size() < MOST_KNOWN && known.add(at.getName())) {
          note(at);
        }
      } catch (SecurityException e) {
        return; // a security manager sees the application on this stack
      }
    }
  }

  private void note(Class<?> at) {
    Origin origin = Origin.inFiles(at.getName(), at.getProtectionDomain());
    if (origin != null) {
      boolean jar = origin.isJar();
      ledger.codeSource(
          at.getName(),
          new CodeSource(jar ? origin.source() : null, jar ? origin.version() : null));
    }
  }
}
