package dev.ajar.agent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The README's table of clients against the catalogue and the versions that are tested. */
class SupportedClientsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void the_readme_lists_what_has_rules_and_what_versions_are_tested() throws Exception {
    Document tested =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(ROOT.resolve("clients.xml").toFile());
    List<String> rows = new ArrayList<>();
    for (String name : Catalog.NAMES) {
      rows.add(row(name, versions(tested, name)));
    }

    assertThat(table()).containsExactlyElementsOf(rows);
  }

  /** The rows of the table below "Supported clients", without its head. */
  private static List<String> table() throws Exception {
    return Files.readString(ROOT.resolve("README.md"))
        .replaceFirst("(?s).*\n## Supported clients\n", "")
        .replaceFirst("(?s)\n## .*", "")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  private static String row(String name, String versions) {
    Library library = Catalog.library(name);
    String title = library.rules().get(0).type().library();
    return "| `" + name + "` | " + title + " | " + versions + " | " + types(library, title) + " |";
  }

  private static String versions(Document tested, String library) {
    Set<String> run = versions(tested, "client", library);
    if (run.isEmpty()) {
      elements(tested, "jdk").forEach(jdk -> run.add("JDK " + jdk.getAttribute("version")));
    }
    Set<String> newer = versions(tested, "newer", library);
    String all = String.join(", ", run);
    return newer.isEmpty() ? all : all + "; classes only: " + String.join(", ", newer);
  }

  private static Set<String> versions(Document tested, String kind, String library) {
    Set<String> versions = new LinkedHashSet<>();
    for (Element client : elements(tested, kind)) {
      if (client.getAttribute("library").equals(library)) {
        versions.add(client.getAttribute("version"));
      }
    }
    return versions;
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      elements.add((Element) nodes.item(at));
    }
    return elements;
  }

  /** The resource types by what the library asks for, the strictest first. */
  private static String types(Library library, String title) {
    Map<Contract, Set<String>> types = new LinkedHashMap<>();
    for (Contract contract : Contract.values()) {
      types.put(contract, new LinkedHashSet<>());
    }
    for (Rule rule : library.rules()) {
      ResourceType type = rule.type();
      String name = type.name().replace(title, "").trim();
      types.get(type.contract()).add(name.isEmpty() ? "client" : name);
    }
    StringJoiner all = new StringJoiner("; ");
    types.forEach(
        (contract, names) -> {
          if (!names.isEmpty()) {
            all.add(contract + ": " + String.join(", ", names));
          }
        });
    return all.toString();
  }
}
