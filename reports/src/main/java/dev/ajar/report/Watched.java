package dev.ajar.report;

import dev.ajar.ledger.Coverage;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the classes that were met into the libraries that were watched. */
final class Watched {

  static List<Library> of(Ledger ledger) {
    Map<String, Map<String, List<Coverage>>> libraries = new LinkedHashMap<>();
    for (Coverage met : ledger.coverage()) {
      Map<String, List<Coverage>> sources = libraries.get(met.library());
      if (sources == null) {
        sources = new LinkedHashMap<>();
        libraries.put(met.library(), sources);
      }
      String key = met.source().concat("\n").concat(String.valueOf(met.version()));
      List<Coverage> classes = sources.get(key);
      if (classes == null) {
        classes = new ArrayList<>();
        sources.put(key, classes);
      }
      classes.add(met);
    }
    Set<String> opened = opened(ledger);
    List<Library> all = new ArrayList<>();
    for (Map.Entry<String, Map<String, List<Coverage>>> library : libraries.entrySet()) {
      String name = library.getKey();
      all.add(new Library(name, opened.contains(name), sources(library.getValue())));
    }
    return all;
  }

  private static Set<String> opened(Ledger ledger) {
    Set<String> opened = new HashSet<>();
    for (Ledger.Site site : ledger.sites()) {
      if (!site.closing() && site.counts().opened() > 0) {
        opened.add(site.type().library());
      }
    }
    return opened;
  }

  private static List<Library.Source> sources(Map<String, List<Coverage>> byKey) {
    List<Library.Source> sources = new ArrayList<>();
    for (List<Coverage> classes : byKey.values()) {
      List<Library.Met> met = new ArrayList<>();
      for (Coverage one : classes) {
        met.add(new Library.Met(one.className(), Application.split(one.missing(), ',')));
      }
      Coverage first = classes.get(0);
      String newestTested = TestedVersions.newest(first.source(), first.version());
      sources.add(new Library.Source(first.source(), first.version(), newestTested, met));
    }
    return sources;
  }

  private Watched() {}
}
