package dev.ajar.agent.catalog;

import dev.ajar.ledger.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Maps a library's names to those of a copy that lies under other package names in somebody else's
 * jar. Names that do not begin with the root stay as they are.
 *
 * @param root the first part of the library's packages, such as {@code io/}
 * @param moved what the copy has in its place, such as {@code io/grpc/netty/shaded/io/}
 */
record Relocation(String root, String moved) {

  /**
   * The relocation of a library found in one package to another. It moves everything below the
   * package's first part, for a library's neighbours move with it.
   *
   * @param to ends as {@code from} does, its first part aside
   */
  static Relocation between(String from, String to) {
    int first = from.indexOf('/') + 1;
    int same = from.length() - first;
    return new Relocation(from.substring(0, first), to.substring(0, to.length() - same));
  }

  String internalName(String name) {
    return name.startsWith(root) ? moved.concat(name.substring(root.length())) : name;
  }

  String binaryName(String name) {
    return internalName(name.replace('.', '/')).replace('/', '.');
  }

  Library of(Library library) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : library.rules()) {
      List<Point> points = new ArrayList<>();
      for (Point point : rule.points()) {
        points.add(point.moved(this));
      }
      rules.add(
          new Rule(
              type(rule.type()),
              rule.closedByItsPart(),
              rule.usableAfterClose(),
              rule.ofApplication(),
              both(rule.sharedFrom()),
              List.copyOf(points),
              holding(rule.holding())));
    }
    return new Library(library.name(), List.copyOf(rules));
  }

  private Holding holding(Holding holding) {
    List<Holding.ThreadName> threads = new ArrayList<>();
    for (Holding.ThreadName name : holding.threads()) {
      String runs = name.runs();
      threads.add(
          new Holding.ThreadName(
              name.pattern(), runs == null ? null : binaryName(runs), name.keeps()));
    }
    return new Holding(threads, holding.counters());
  }

  private ResourceType type(ResourceType type) {
    return new ResourceType(
        type.library(),
        type.name(),
        binaryName(type.className()),
        type.role(),
        type.contract(),
        type.why(),
        type.remedy(),
        names(type.packages()));
  }

  // Who shares need not have moved: io.grpc.internal has not, in the jar that moves Netty.
  private List<String> both(List<String> names) {
    Set<String> both = new LinkedHashSet<>(names);
    both.addAll(names(names));
    return List.copyOf(both);
  }

  private List<String> names(List<String> names) {
    List<String> moved = new ArrayList<>();
    for (String name : names) {
      moved.add(binaryName(name));
    }
    return List.copyOf(moved);
  }
}
