package dev.ajar.agent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue's names as the command knows them, which does not know the agent. */
class CatalogFileTest {

  private static final Path FILE =
      Path.of("../reports/src/main/resources/dev/ajar/cli/catalog.tsv");
  private static final Path WRITTEN = Path.of("target/catalog.tsv");

  @Test
  void the_command_has_the_names_of_the_catalogue() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : Catalog.NAMES) {
      for (Rule rule : Catalog.library(name).rules()) {
        lines.add(type(name, rule.type()));
        lines.addAll(methods(rule));
      }
    }
    Files.write(WRITTEN, lines);

    assertThat(Files.readAllLines(FILE))
        .as("copy agent/%s to reports/src/main/resources/dev/ajar/cli", WRITTEN)
        .isEqualTo(lines);
  }

  private static String type(String library, ResourceType type) {
    boolean ofJdk = library.equals("java.net.http"); // says another thing on each JDK
    return String.join(
        "\t",
        "type",
        library,
        type.name(),
        type.className(),
        type.role().name(),
        ofJdk ? "" : type.why(),
        ofJdk ? "" : type.remedy());
  }

  /** Those that one name each in one class: JFR knows no patterns. */
  private static Set<String> methods(Rule rule) {
    return rule.points().stream()
        .filter(point -> !point.className().contains("*") && !point.method().endsWith("*"))
        .filter(point -> !point.method().equals("<clinit>"))
        .map(
            point ->
                switch (point.event()) {
                  case OPEN, REOPEN -> "open\t" + name(point);
                  case CLOSING, DRAINED, EMPTIED -> "close\t" + name(point);
                  default -> "";
                })
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String name(Point point) {
    return point.className().replace('/', '.') + "::" + point.method();
  }
}
