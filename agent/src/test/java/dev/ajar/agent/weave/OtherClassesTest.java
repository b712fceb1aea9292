package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherClassesTest {

  private static final String SAMPLE = Sample.class.getName().replace('.', '/');

  private final OtherClasses others = new OtherClasses(OtherClassesTest.class.getClassLoader());

  @ParameterizedTest
  @CsvSource({
    "close, ()V, true",
    "close, (I)V, false",
    "text, (I)Ljava/lang/String;, true",
    "text, ()Ljava/lang/String;, false",
    "create, (I)Ldev/ajar/agent/weave/Sample;, false",
    "toString, ()Ljava/lang/String;, false",
    "nowhere, ()V, false",
  })
  void knows_the_public_methods_that_a_class_declares(
      String method, String descriptor, boolean known) {
    assertThat(others.has(SAMPLE, method, descriptor)).isEqualTo(known);
  }

  @Test
  void knows_nothing_of_a_class_that_is_not_there() {
    assertThat(others.has("acme/NoSuchClass", "close", "()V")).isFalse();
  }

  @Test
  void knows_the_classes_of_the_boot_loader() {
    assertThat(new OtherClasses(null).has("java/lang/StringBuilder", "reverse", "()V")).isFalse();
    assertThat(
            new OtherClasses(null)
                .has("java/lang/StringBuilder", "toString", "()Ljava/lang/String;"))
        .isTrue();
  }

  @Test
  void knows_nothing_of_a_class_file_that_cannot_be_read() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    ClassLoader garbled =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return new ByteArrayInputStream(new byte[] {1, 2, 3});
          }
        };
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return closed;
          }
        };

    assertThat(new OtherClasses(garbled).has(SAMPLE, "close", "()V")).isFalse();
    assertThat(new OtherClasses(broken).has(SAMPLE, "close", "()V")).isFalse();
  }

  @Test
  void loads_no_class() {
    ClassLoader unwilling =
        new ClassLoader(OtherClassesTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) {
            throw new AssertionError("loads " + name);
          }
        };

    assertThat(new OtherClasses(unwilling).has(SAMPLE, "close", "()V")).isTrue();
  }
}
