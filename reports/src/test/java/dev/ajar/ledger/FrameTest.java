package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Frame FRAME = new Frame("a.B", "c", "B.java", 7);

  @Test
  void reads_as_the_jdk_prints_it() {
    assertThat(FRAME).hasToString("a.B.c(B.java:7)");
    assertThat(new Frame("a.B", "c", "B.java", Frame.NO_LINE)).hasToString("a.B.c(B.java)");
    assertThat(new Frame("a.B", "c", null, 7)).hasToString("a.B.c(Unknown Source)");
  }

  @Test
  void equals_a_frame_of_the_same_line_only() {
    assertThat(new Frame("a.B", "c", "B.java", 7)).isEqualTo(FRAME).hasSameHashCodeAs(FRAME);
    assertThat(new Frame("a.B", "c", "B.java", 8)).isNotEqualTo(FRAME);
    assertThat(new Frame("a.B", "d", "B.java", 7)).isNotEqualTo(FRAME);
    assertThat(new Frame("a.C", "c", "B.java", 7)).isNotEqualTo(FRAME);
    assertThat(new Frame("a.B", "c", null, 7)).isNotEqualTo(FRAME);
  }
}
