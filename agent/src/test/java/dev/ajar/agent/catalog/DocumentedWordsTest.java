package dev.ajar.agent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of rules against what {@code docs/adding-a-client.md} says of them. */
class DocumentedWordsTest {

  @Test
  void the_documentation_has_all_words() throws IOException {
    String text = Files.readString(Path.of("../docs/adding-a-client.md"));
    Set<String> words =
        Arrays.stream(RuleBuilder.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == RuleBuilder.class && !isPrivate(method))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(words).contains("closes", "uses").hasSizeGreaterThan(20);
    assertThat(words).allMatch(word -> text.contains(word + "("));
  }

  private static boolean isPrivate(Method method) {
    return Modifier.isPrivate(method.getModifiers());
  }
}
