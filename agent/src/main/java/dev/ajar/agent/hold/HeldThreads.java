package dev.ajar.agent.hold;

import dev.ajar.agent.track.TrackedType;
import dev.ajar.ledger.Held;
import dev.ajar.ledger.HeldWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the live threads, and those that bear the name of some type's. */
final class HeldThreads {

  /** Threads of one name. */
  private static final class Group {
    final String name;
    final boolean daemon;
    final List<Integer> types;
    int count;

    Group(String name, boolean daemon, List<Integer> types) {
      this.name = name;
      this.daemon = daemon;
      this.types = types;
    }
  }

  static void measure(List<TrackedType> types, HeldWriter held, Map<String, Long> totals) {
    ThreadOwners owners = new ThreadOwners(types);
    Map<String, Group> groups = new LinkedHashMap<>();
    long all = 0;
    long nonDaemon = 0;
    for (Thread thread : LiveThreads.all()) {
      if (isOfEnd(thread)) {
        continue;
      }
      all++;
      nonDaemon += thread.isDaemon() ? 0 : 1;
      List<ThreadOwners.Match> matches = owners.of(thread);
      if (!matches.isEmpty()) {
        group(thread, matches, groups).count++;
      }
    }
    totals.put(Held.THREADS, all);
    totals.put(Held.NON_DAEMON, nonDaemon);
    for (Group group : groups.values()) {
      held.threads(group.name, group.daemon, group.count, group.types);
    }
  }

  // The threads that run the end itself, and Ajar's own.
  private static boolean isOfEnd(Thread thread) {
    String name = thread.getName();
    return name.equals("DestroyJavaVM")
        || name.startsWith("ajar-")
        || (name.startsWith("SIG") && name.endsWith(" handler"));
  }

  private static Group group(
      Thread thread, List<ThreadOwners.Match> matches, Map<String, Group> groups) {
    String name = matches.get(0).name().pattern();
    List<Integer> types = new ArrayList<>();
    for (ThreadOwners.Match match : matches) {
      types.add(match.type().number());
    }
    String key = name + ' ' + thread.isDaemon() + ' ' + types;
    Group group = groups.get(key);
    if (group == null) {
      group = new Group(name, thread.isDaemon(), types);
      groups.put(key, group);
    }
    return group;
  }

  private HeldThreads() {}
}
