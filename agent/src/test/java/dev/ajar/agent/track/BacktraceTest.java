package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.jdk.JdkAccess;
import java.util.function.Function;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacktraceTest {

  @Test
  void is_known_on_this_jvm() throws ReflectiveOperationException {
    assertThat(Backtrace.isKnown(ofThisJvm())).isTrue();
  }

  static Function<Throwable, Object> ofThisJvm() throws ReflectiveOperationException {
    return new JdkAccess(ByteBuddyAgent.install()).backtrace();
  }

  static Stream<Function<Throwable, Object>> otherJvms() {
    return Stream.of(
        stack -> null,
        stack -> "a handle",
        stack -> new long[5],
        stack -> new Object[0],
        stack -> new Object[5],
        stack -> new Object[] {new short[1], new int[1], new Object[1], new long[1]},
        stack -> chunk(new int[] {1}, new int[] {1}, new Object[] {"c"}, new long[] {1}),
        stack -> chunk(new short[] {1}, new long[] {1}, new Object[] {"c"}, new long[] {1}),
        stack -> chunk(new short[] {1}, new int[] {1}, new int[] {1}, new long[] {1}),
        stack -> chunk(new short[] {1}, new int[] {1}, new Object[] {"c"}, new int[] {1}));
  }

  @ParameterizedTest
  @MethodSource("otherJvms")
  void is_not_known_where_the_arrays_are_others(Function<Throwable, Object> other) {
    assertThat(Backtrace.isKnown(other)).isFalse();
  }

  @Test
  void is_not_known_where_every_line_looks_alike() {
    Object always = chunk(new short[] {1}, new int[] {1}, new Object[] {"c"}, new long[] {1});

    assertThat(Backtrace.isKnown(stack -> always)).isFalse();
  }

  @Test
  void is_not_known_where_one_line_looks_different_each_time() {
    int[] index = {0};

    assertThat(
            Backtrace.isKnown(
                stack ->
                    chunk(
                        new short[] {1},
                        new int[] {++index[0]},
                        new Object[] {"c"},
                        new long[] {1})))
        .isFalse();
  }

  @Test
  void hashes_each_part_of_a_frame() {
    Object type = "class";
    long hash = hash(new short[] {1}, new int[] {2}, new Object[] {type}, new long[] {3});

    assertThat(hash(new short[] {1}, new int[] {2}, new Object[] {type}, new long[] {3}))
        .isEqualTo(hash);
    assertThat(hash(new short[] {9}, new int[] {2}, new Object[] {type}, new long[] {3}))
        .isNotEqualTo(hash);
    assertThat(hash(new short[] {1}, new int[] {9}, new Object[] {type}, new long[] {3}))
        .isNotEqualTo(hash);
    assertThat(hash(new short[] {1}, new int[] {2}, new Object[] {new Object()}, new long[] {3}))
        .isNotEqualTo(hash);
    assertThat(hash(new short[] {1}, new int[] {2}, new Object[] {type}, new long[] {9}))
        .isNotEqualTo(hash);
  }

  @Test
  void tells_the_order_of_frames() {
    long hash = hash(new short[2], new int[2], new Object[] {"a", "b"}, new long[2]);

    assertThat(hash(new short[2], new int[2], new Object[] {"b", "a"}, new long[2]))
        .isNotEqualTo(hash);
  }

  @Test
  void ends_where_the_arrays_are_no_longer_filled() {
    long hash = hash(new short[] {1}, new int[] {1}, new Object[] {"c"}, new long[] {1});

    assertThat(hash(new short[] {1, 7}, new int[] {1, 7}, new Object[] {"c", null}, new long[2]))
        .isNotEqualTo(hash);
    assertThat(
            hash(new short[] {1, 7}, new int[] {1, 7}, new Object[] {"c", null}, new long[] {1, 7}))
        .isEqualTo(hash);
  }

  @Test
  void follows_the_chain_of_chunks_up_to_the_limit() {
    Object tail = chunk(new short[] {1}, new int[] {1}, new Object[] {"b"}, new long[] {1});
    Object other = chunk(new short[] {1}, new int[] {1}, new Object[] {"c"}, new long[] {1});
    Object[] one = chunk(new short[] {1}, new int[] {1}, new Object[] {"a"}, new long[] {1});
    Object[] two = one.clone();
    one[4] = tail;
    two[4] = other;

    assertThat(Backtrace.hash(one, 2)).isNotEqualTo(Backtrace.hash(two, 2));
    assertThat(Backtrace.hash(one, 1)).isEqualTo(Backtrace.hash(two, 1));
  }

  private static long hash(Object methods, Object indices, Object classes, Object names) {
    return Backtrace.hash(chunk(methods, indices, classes, names), Integer.MAX_VALUE);
  }

  private static Object[] chunk(Object methods, Object indices, Object classes, Object names) {
    return new Object[] {methods, indices, classes, names, null};
  }
}
