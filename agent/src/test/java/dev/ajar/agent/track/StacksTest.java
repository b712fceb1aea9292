package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Frame;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StacksTest {

  private static final int DEPTH = 64;

  private final Caller api = Caller.of("com.acme.Api");
  private final Caller job = Caller.of("com.acme.Job");

  /** Hashing the JVM's packed arrays, and hashing elements. */
  static Stream<Stacks> bothWays() throws ReflectiveOperationException {
    return Stream.of(
        new Stacks(DEPTH, BacktraceTest.ofThisJvm()),
        new Stacks(DEPTH, null),
        new Stacks(DEPTH, stack -> "of another JVM"));
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void hashes_the_same_place_alike(Stacks stacks) {
    List<Throwable> taken = new ArrayList<>();
    for (int times = 0; times < 3; times++) {
      api.at(7, () -> taken.add(new Throwable()));
    }

    assertThat(taken).extracting(stacks::hash).containsOnly(stacks.hash(taken.get(0)));
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void tells_lines_classes_and_callers_apart(Stacks stacks) {
    List<Throwable> taken = new ArrayList<>();
    Runnable take = () -> taken.add(new Throwable());
    for (int line : new int[] {7, 8}) {
      api.at(line, take);
      job.at(line, take);
      api.at(line, () -> job.at(7, take));
    }

    assertThat(taken).extracting(stacks::hash).doesNotHaveDuplicates().hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("bothWays")
  void tells_callers_apart_up_to_its_depth_and_not_far_beyond(Stacks stacks) {
    List<Throwable> near = new ArrayList<>();
    List<Throwable> far = new ArrayList<>();
    for (int line : new int[] {7, 8}) {
      api.at(line, () -> deep(10, () -> near.add(new Throwable())));
      api.at(line, () -> deep(DEPTH, () -> far.add(new Throwable())));
    }

    assertThat(near.get(0).getStackTrace()).hasSizeGreaterThan(40);
    assertThat(stacks.hash(near.get(0))).isNotEqualTo(stacks.hash(near.get(1)));
    assertThat(stacks.hash(far.get(0))).isEqualTo(stacks.hash(far.get(1)));
  }

  private void deep(int calls, Runnable body) {
    if (calls == 0) {
      body.run();
    } else {
      job.at(9, () -> deep(calls - 1, body));
    }
  }

  @Test
  void what_one_way_calls_equal_the_other_does_too() throws ReflectiveOperationException {
    Stacks packed = new Stacks(DEPTH, BacktraceTest.ofThisJvm());
    Stacks plain = new Stacks(DEPTH, null);
    List<Throwable> taken = new ArrayList<>();
    Runnable take = () -> taken.add(new Throwable());
    for (int times = 0; times < 2; times++) {
      for (int line = 1; line <= 15; line++) {
        Runnable fromJob = line % 2 == 0 ? take : () -> job.at(5, take);
        api.at(line, fromJob);
        deep(line, fromJob);
      }
    }

    for (Throwable one : taken) {
      for (Throwable other : taken) {
        assertThat(packed.hash(one) == packed.hash(other))
            .isEqualTo(plain.hash(one) == plain.hash(other));
      }
    }
    assertThat(taken.stream().map(packed::hash).distinct()).hasSize(30);
  }

  @Test
  void two_calls_in_one_line_have_the_same_frames() {
    Stacks stacks = new Stacks(DEPTH, null);
    List<Throwable> taken = new ArrayList<>();
    Runnable take = () -> taken.add(new Throwable());
    List.<Runnable>of(() -> api.at(7, take), () -> api.elsewhereAt(7, take)).forEach(Runnable::run);

    assertThat(stacks.frames(taken.get(0)).get(0))
        .isEqualTo(stacks.frames(taken.get(1)).get(0))
        .isEqualTo(new Frame("com.acme.Api", "accept", "Api.java", 7));
  }

  @Test
  void leaves_out_the_agents_own_frames_at_the_top_only() {
    Throwable stack = new Throwable();
    stack.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("dev.ajar.agent.track.Places", "here", "Places.java", 42),
          new StackTraceElement("dev.ajar.agent.track.Probe", "accept", "Probe.java", 30),
          new StackTraceElement("java.lang.$Ajar", "pass", null, -1),
          new StackTraceElement("com.acme.http.Client", "<init>", "Client.java", 10),
          new StackTraceElement("dev.ajar.agent.Session", "start", "Session.java", 1),
          new StackTraceElement("com.acme.Api", "fetch", null, -1),
          new StackTraceElement("jdk.internal.reflect.Accessor", "invoke0", "Accessor.java", -2),
          new StackTraceElement("java.lang.$Ajar", "pass", null, 0)
        });

    assertThat(new Stacks(32, null).frames(stack))
        .containsExactly(
            new Frame("com.acme.http.Client", "<init>", "Client.java", 10),
            new Frame("dev.ajar.agent.Session", "start", "Session.java", 1),
            new Frame("com.acme.Api", "fetch", null, Frame.NO_LINE),
            new Frame("jdk.internal.reflect.Accessor", "invoke0", "Accessor.java", Frame.NO_LINE),
            new Frame("java.lang.$Ajar", "pass", null, Frame.NO_LINE));
  }

  @Test
  void leaves_out_the_frames_of_a_class_and_its_supertypes_until_another_calls_them() {
    Throwable stack = new Throwable();
    stack.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.io.Closeable", "close", "Closeable.java", 1),
          new StackTraceElement("java.io.Reader", "close", "Reader.java", 2),
          new StackTraceElement("java.io.StringReader", "close", "StringReader.java", 3),
          new StackTraceElement("com.acme.Api", "close", "Api.java", 4),
          new StackTraceElement("java.io.StringReader", "read", "StringReader.java", 5)
        });

    assertThat(new Stacks(32, null).frames(stack, StringReader.class))
        .containsExactly(
            new Frame("com.acme.Api", "close", "Api.java", 4),
            new Frame("java.io.StringReader", "read", "StringReader.java", 5));
  }

  @Test
  void reads_as_many_frames_as_its_depth() {
    List<Throwable> taken = new ArrayList<>();
    deep(40, () -> api.at(7, () -> taken.add(new Throwable())));

    for (int depth : new int[] {1, 2, 32, 64}) {
      List<Frame> frames = new Stacks(depth, null).frames(taken.get(0));
      assertThat(frames).hasSize(depth);
      assertThat(frames.get(0).toString()).isEqualTo("com.acme.Api.accept(Api.java:7)");
    }
  }

  @Test
  void walks_the_stack_where_throwables_have_a_short_one() {
    Stacks cut = new Stacks(DEPTH, null, true);
    List<Throwable> walked = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      deep(10, () -> api.at(7, () -> walked.add(cut.here())));
    }
    StackTraceElement[] all = walked.get(0).getStackTrace();

    assertThat(all).hasSizeGreaterThan(40);
    assertThat(all[0].getClassName()).isEqualTo(WalkedStack.class.getName());
    assertThat(cut.frames(walked.get(0)).get(0).toString())
        .isEqualTo("com.acme.Api.accept(Api.java:7)");
    assertThat(cut.hash(walked.get(0))).isEqualTo(cut.hash(walked.get(1)));
  }

  @Test
  void reads_a_stack_without_elements() {
    Throwable stack = new Throwable();
    stack.setStackTrace(new StackTraceElement[0]);

    assertThat(new Stacks(32, null).frames(stack)).isEmpty();
  }
}
