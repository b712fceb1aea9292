package dev.ajar.agent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private static final String CLASS = "([a-z][a-z0-9_]*/)+[A-Z][A-Za-z0-9]*(\\$[A-Z][A-Za-z0-9]*)?";
  private static final String SENTENCES = "[A-Z][^\\n]*[.}]";

  static Stream<Library> libraries() {
    return Catalog.NAMES.stream().map(Catalog::library);
  }

  static Stream<Rule> rules() {
    return libraries().flatMap(library -> library.rules().stream());
  }

  static Stream<Point> points() {
    return rules().flatMap(rule -> rule.points().stream());
  }

  @Test
  void names_each_library_once() {
    assertThat(libraries().map(Library::name)).containsExactlyElementsOf(Catalog.NAMES);
    assertThat(Catalog.NAMES).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "com/acme/Api",
        "java/net/http/HttpClient",
        "jdk/internal/net/Other",
        "org/apache/hc/core5/http/HttpHost",
        "org/apache/httpd/Server",
        "okhttp3mock/Server",
        "okhttp3/Other",
        "mock-okhttp3/OkHttpClient",
        "okhttp3/OkHttpClient$Builder",
        "client/InternalHttpClient",
        "com/acme/http/impl/client/InternalHttpClient",
        "okhttp3.OkHttpClient"
      })
  void knows_no_library_of_other_classes(String name) {
    assertThat(Catalog.libraryOf(name)).isNull();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_has_rules_and_the_index_has_exactly_the_classes_of_their_points(Library library) {
    assertThat(library.rules()).isNotEmpty();
    Set<String> classes = new TreeSet<>();
    for (Rule rule : library.rules()) {
      assertThat(rule.points()).isNotEmpty();
      rule.points().forEach(point -> classes.add(point.className()));
    }
    assertThat(Catalog.classes(library.name())).containsExactlyInAnyOrderElementsOf(classes);
    int points = 0;
    for (String pattern : classes) {
      String name = pattern.replace("*", "some");
      assertThat(Catalog.libraryOf(name)).as(name).isSameAs(library);
      assertThat(library.pointsIn(name))
          .isNotEmpty()
          .allMatch(pointed -> pointed.point().className().equals(pattern))
          .allMatch(pointed -> pointed.rule().points().contains(pointed.point()));
      points += library.pointsIn(name).size();
      assertThat(Catalog.libraryOf(name + "X")).isNull();
      assertThat(library.pointsIn(name + "X")).isEmpty();
    }
    int all = library.rules().stream().mapToInt(rule -> rule.points().size()).sum();
    assertThat(points).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shaded/okhttp3/OkHttpClient",
        "org/testcontainers/shaded/okhttp3/OkHttpClient",
        "com/acme/org/apache/http/impl/client/InternalHttpClient",
        "com/amazonaws/thirdparty/apache/http/impl/client/InternalHttpClient",
        "io/grpc/netty/shaded/io/netty/bootstrap/Bootstrap"
      })
  void knows_a_copy_of_a_library_under_other_packages(String name) {
    Library copy = Catalog.libraryOf(name);

    assertThat(copy).isNotNull().isSameAs(Catalog.libraryOf(name));
    assertThat(copy.pointsIn(name)).isNotEmpty();
    String moved =
        name.replaceFirst("(okhttp3/OkHttpClient|http/impl/client/.*|bootstrap/.*)$", "");
    for (Rule rule : copy.rules()) {
      assertThat(rule.type().className().replace('.', '/')).startsWith(moved);
      assertThat(rule.type().packages()).anyMatch(name.replace('/', '.')::startsWith);
      assertThat(rule.points()).allMatch(point -> point.className().startsWith(moved));
    }
  }

  @Test
  void what_shares_the_event_loops_of_a_copy_has_moved_with_it_or_not() {
    Library copy =
        Catalog.libraryOf("io/grpc/netty/shaded/io/netty/channel/MultithreadEventLoopGroup");

    assertThat(copy).isNotNull();
    assertThat(copy.rules().get(0).sharedFrom())
        .contains("io.grpc.internal.SharedResourceHolder")
        .contains("io.grpc.netty.shaded.io.grpc.internal.SharedResourceHolder")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void the_rules_of_a_library_speak_of_one_library_and_of_different_types(Library library) {
    List<ResourceType> types = library.rules().stream().map(Rule::type).toList();

    assertThat(types.stream().map(ResourceType::library).distinct()).hasSize(1);
    assertThat(types.stream().map(ResourceType::name)).doesNotHaveDuplicates();
    assertThat(types.stream().map(ResourceType::packages).distinct()).hasSize(1);
    // A part or a handout of it alone can stay open where it has nothing that is to be closed.
    assertThat(types).anyMatch(type -> type.role() != Role.PART);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_says_what_why_and_what_to_do(Rule rule) {
    ResourceType type = rule.type();

    assertThat(type.library()).isNotBlank();
    assertThat(type.name()).startsWith(type.library() + " ");
    assertThat(type.className().replace('.', '/')).matches(CLASS);
    assertThat(type.role()).isNotNull();
    assertThat(type.contract()).isNotNull();
    assertThat(type.why()).matches(SENTENCES).doesNotContain("  ");
    assertThat(sentences(type.why())).isBetween(1, 2);
    assertThat(type.remedy()).matches(SENTENCES).doesNotContain("  ");
    assertThat(sentences(type.remedy())).isBetween(1, 2);
    assertThat(type.packages()).isNotEmpty().allMatch(prefix -> prefix.endsWith("."));
    assertThat(type.packages()).anyMatch(type.className()::startsWith);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void the_remedies_of_a_library_have_a_source(Library library) throws IOException {
    assertThat(Files.readString(Path.of("../docs/remedies.md")))
        .contains(library.rules().get(0).type().library());
  }

  private static int sentences(String text) {
    return text.split("\\. (?=[A-Z])").length;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_classes_of_a_rule_are_never_blamed_for_an_opening(Rule rule) {
    assertThat(rule.points())
        .allMatch(
            point ->
                rule.type().packages().stream()
                    .anyMatch(point.className().replace('/', '.')::startsWith));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_opens_and_closes_and_each_close_begins_and_ends(Rule rule) {
    Set<String> opens = new HashSet<>();
    Set<String> begins = new HashSet<>();
    Set<String> ends = new HashSet<>();
    Set<String> drained = new HashSet<>();
    Set<String> entered = new HashSet<>();
    Set<String> left = new HashSet<>();
    Set<String> failed = new HashSet<>();
    for (Point point : rule.points()) {
      String where = point.className() + " " + point.method() + " " + point.optional();
      switch (point.event()) {
        case OPEN, REOPEN -> opens.add(where);
        case CLOSING -> begins.add(where);
        case CLOSED -> ends.add(where);
        case DRAINED, EMPTIED -> drained.add(where);
        case ENTERED -> entered.add(where);
        case LEFT -> left.add(where);
        case FAILED -> failed.add(where);
        case CLOSE_THREW -> assertThat(ends).contains(where);
        case CLOSED_IN_VAIN, USE, OWNING, EXEMPT, ASKING, ACTING -> {}
      }
    }

    boolean names = rule.points().stream().anyMatch(point -> point.meaning() == Meaning.NAME);
    assertThat(opens.isEmpty()).as("what others hand out opens and closes").isEqualTo(names);
    assertThat(begins.size() + drained.size() == 0).isEqualTo(names);
    if (drained.isEmpty()) { // else a close may end there
      assertThat(ends.isEmpty()).isEqualTo(begins.isEmpty());
    }
    assertThat(entered).isEqualTo(left).isEqualTo(failed);
    assertThat(rule.points())
        .filteredOn(point -> point.event() != Event.FAILED) // one for each stretch of a method
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void only_a_client_is_closed_by_its_part(Rule rule) {
    if (rule.closedByItsPart()) {
      assertThat(rule.type().role()).isEqualTo(Role.CLIENT);
      assertThat(rule.points())
          .anyMatch(point -> point.meaning() == Meaning.PART || point.event() == Event.ENTERED);
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void a_point_is_a_method_of_a_class_with_slashes(Point point) {
    assertThat(point.className().replace("*", "Some")).matches(CLASS);
    assertThat(point.method()).matches("<init>|<clinit>|[A-Za-z][A-Za-z0-9$]*\\*?");
    assertThat(point.argument() == null).isEqualTo(point.meaning() == Meaning.NOTHING);
    boolean opens = point.event() == Event.OPEN || point.event() == Event.REOPEN;
    assertThat(point.meaning() == Meaning.CLASS).isIn(opens, false);
    assertThat(point.meaning() == Meaning.TARGET).isIn(point.event() == Event.USE, false);
    assertThat(point.meaning() == Meaning.HOST).isIn(point.event() == Event.USE, false);
  }

  @ParameterizedTest
  @MethodSource("points")
  void the_values_of_a_point_can_be_had_where_it_lies(Point point) {
    List<Value> values = new ArrayList<>(List.of(point.subject()));
    if (point.argument() != null) {
      values.add(point.argument());
    }
    for (Value value : values) {
      String types =
          switch (value.start()) {
            case PARAMETER -> CLASS + "|boolean";
            case CLASS_NAME -> CLASS;
            case SELF, RESULT, THROWN, NOTHING -> "";
          };
      assertThat(value.parameterType()).matches(types);
      if (value.start() == Value.Start.RESULT) {
        assertThat(value.steps()).as("the type of a result is not known").isEmpty();
      }
      assertThat(value.start() == Value.Start.THROWN)
          .isIn(point.event() == Event.CLOSE_THREW, false);
      if (value.start() == Value.Start.RESULT) {
        assertThat(point.event().atEntry()).as("there is no result at the entry").isFalse();
        assertThat(values).as("the result can be had once").containsOnlyOnce(value);
      }
      for (Value.Step step : value.steps()) {
        assertThat(step.name()).matches("[a-z][A-Za-z0-9$]*");
        assertThat(step.type().replace('.', '/')).matches(CLASS + "|boolean");
      }
    }
    boolean other = point.subject().start() == Value.Start.PARAMETER;
    if (point.method().equals("<init>")
        && point.event() != Event.ENTERED
        && point.event() != Event.ASKING
        && !other) {
      assertThat(point.event().atEntry()).as("no object yet at the entry").isFalse();
    }
  }
}
