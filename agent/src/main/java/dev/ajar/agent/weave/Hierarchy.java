package dev.ajar.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The supertypes of classes, read from their class files without loading them. Thread-safe; holds
 * class loaders weakly, and no lock while one of them is asked for a class file: it may have locks
 * of its own.
 */
final class Hierarchy {

  private static final int MAX_DEPTH = 64; // a damaged class file may name itself

  private final Map<ClassLoader, Map<String, Set<String>>> known = new WeakHashMap<>();

  /**
   * The names, with slashes, of a class and all its supertypes but those whose class files cannot
   * be had.
   */
  Set<String> of(byte[] classFile, ClassLoader loader) {
    Set<String> all = new HashSet<>();
    ClassReader reader = new ClassReader(classFile);
    all.add(reader.getClassName());
    addSupertypes(reader, loader, all, 0);
    return all;
  }

  private void addSupertypes(ClassReader reader, ClassLoader loader, Set<String> all, int depth) {
    String superName = reader.getSuperName();
    if (superName != null) {
      addAll(superName, loader, all, depth);
    }
    for (String name : reader.getInterfaces()) {
      addAll(name, loader, all, depth);
    }
  }

  private void addAll(String name, ClassLoader loader, Set<String> all, int depth) {
    if (name.equals("java/lang/Object") || depth == MAX_DEPTH) {
      return;
    }
    Map<String, Set<String>> ofLoader = knownOf(loader);
    Set<String> supertypes = ofLoader.get(name);
    if (supertypes == null) { // two threads may both read it, to the same end
      supertypes = new HashSet<>();
      supertypes.add(name);
      ClassReader reader = read(name, loader);
      if (reader != null) {
        addSupertypes(reader, loader, supertypes, depth + 1);
      }
      ofLoader.put(name, supertypes);
    }
    all.addAll(supertypes);
  }

  private synchronized Map<String, Set<String>> knownOf(ClassLoader loader) {
    Map<String, Set<String>> ofLoader = known.get(loader);
    if (ofLoader == null) {
      ofLoader = new ConcurrentHashMap<>();
      known.put(loader, ofLoader);
    }
    return ofLoader;
  }

  private static @Nullable ClassReader read(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : new ClassReader(in);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
