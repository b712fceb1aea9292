package dev.ajar.agent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private static final String CLASS = "([a-z][a-z0-9]*/)+[A-Z][A-Za-z0-9]*(\\$[A-Z][A-Za-z0-9]*)?";
  private static final String SENTENCES = "[A-Z][^\\n]*[.}]";

  /** A class of each library, which leads to its rules. */
  static Stream<Library> libraries() {
    return Stream.of(
            "jdk/internal/net/http/HttpClientImpl",
            "org/apache/http/HttpHost",
            "org/apache/hc/client5/http/HttpRoute",
            "okhttp3/Call")
        .map(Catalog::libraryOf);
  }

  static Stream<Rule> rules() {
    return libraries().flatMap(library -> library.rules().stream());
  }

  static Stream<Point> points() {
    return rules().flatMap(rule -> rule.points().stream());
  }

  @Test
  void names_exactly_the_libraries_that_classes_lead_to() {
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
        "shaded/okhttp3/OkHttpClient",
        "okhttp3.OkHttpClient"
      })
  void knows_no_library_of_other_classes(String name) {
    assertThat(Catalog.libraryOf(name)).isNull();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_has_rules_and_watches_the_classes_of_their_points_only(Library library) {
    assertThat(library.rules()).isNotEmpty();
    Set<String> classes = new LinkedHashSet<>();
    for (Rule rule : library.rules()) {
      assertThat(rule.points()).isNotEmpty();
      rule.points().forEach(point -> classes.add(point.className()));
    }
    int points = 0;
    for (String name : classes) {
      assertThat(Catalog.libraryOf(name)).as(name).isSameAs(library);
      assertThat(library.watches(name)).isTrue();
      assertThat(library.pointsIn(name))
          .isNotEmpty()
          .allMatch(pointed -> pointed.point().className().equals(name))
          .allMatch(pointed -> pointed.rule().points().contains(pointed.point()));
      points += library.pointsIn(name).size();
      assertThat(library.watches(name + "X")).isFalse();
      assertThat(library.pointsIn(name + "X")).isEmpty();
    }
    int all = library.rules().stream().mapToInt(rule -> rule.points().size()).sum();
    assertThat(points).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void the_rules_of_a_library_speak_of_one_library_and_of_different_types(Library library) {
    List<ResourceType> types = library.rules().stream().map(Rule::type).toList();

    assertThat(types.stream().map(ResourceType::library).distinct()).hasSize(1);
    assertThat(types.stream().map(ResourceType::name)).doesNotHaveDuplicates();
    assertThat(types.stream().map(ResourceType::packages).distinct()).hasSize(1);
    assertThat(types).anyMatch(type -> type.role() == Role.CLIENT);
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
    for (Point point : rule.points()) {
      String where = point.className() + " " + point.method() + " " + point.optional();
      switch (point.event()) {
        case OPEN, REOPEN -> opens.add(where);
        case CLOSING -> begins.add(where);
        case CLOSED -> ends.add(where);
        case USE, OWNING, EXEMPT -> assertThat(rule.type().role()).isEqualTo(Role.CLIENT);
        case ASKING, ACTING -> assertThat(rule.type().role()).isEqualTo(Role.HANDOUT);
      }
    }

    assertThat(opens).isNotEmpty();
    assertThat(begins).isNotEmpty().isEqualTo(ends);
    assertThat(rule.points()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void only_a_client_is_closed_by_its_part_or_has_one(Rule rule) {
    if (rule.type().role() != Role.CLIENT) {
      assertThat(rule.closedByItsPart()).isFalse();
      assertThat(rule.points()).noneMatch(point -> point.meaning() == Meaning.PART);
    }
    if (rule.closedByItsPart()) {
      assertThat(rule.points()).anyMatch(point -> point.meaning() == Meaning.PART);
    }
    if (rule.type().role() != Role.HANDOUT) {
      assertThat(rule.points()).noneMatch(point -> point.meaning() == Meaning.OWNER);
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void a_point_is_a_method_of_a_class_with_slashes(Point point) {
    assertThat(point.className()).matches(CLASS);
    assertThat(point.method()).matches("<init>|[a-z][A-Za-z0-9]*");
    assertThat(point.argument() == null).isEqualTo(point.meaning() == Meaning.NOTHING);
    assertThat(point.event() == Event.USE).isEqualTo(point.meaning() == Meaning.TARGET);
    assertThat(point.event().atEntry())
        .isEqualTo(Set.of(Event.USE, Event.CLOSING, Event.ASKING).contains(point.event()));
  }

  @ParameterizedTest
  @MethodSource("points")
  void the_values_of_a_point_can_be_had_where_it_lies(Point point) {
    List<Value> values = new ArrayList<>(List.of(point.subject()));
    if (point.argument() != null) {
      values.add(point.argument());
    }
    for (Value value : values) {
      boolean parameter = value.start() == Value.Start.PARAMETER;
      assertThat(value.parameterType()).matches(parameter ? CLASS : "");
      if (value.start() != Value.Start.SELF) {
        assertThat(value.steps()).as("weaving takes steps from the object only").isEmpty();
      }
      if (value.start() == Value.Start.RESULT) {
        assertThat(point.event().atEntry()).as("there is no result at the entry").isFalse();
        assertThat(values).as("the result can be had once").containsOnlyOnce(value);
      }
      for (Value.Step step : value.steps()) {
        assertThat(step.name()).matches("[a-z][A-Za-z0-9]*");
        assertThat(step.type().replace('.', '/')).matches(CLASS);
      }
    }
    if (point.method().equals("<init>")) {
      assertThat(point.event().atEntry()).as("no object yet at the entry").isFalse();
    }
  }
}
