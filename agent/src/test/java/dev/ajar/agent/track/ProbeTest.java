package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Loss;
import org.junit.jupiter.api.Test;

class ProbeTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client();
  private final Object http = client.opened();

  @Test
  void never_throws_and_counts_the_fault() {
    for (int times = 0; times < 3; times++) {
      client.uses(http, new Broken(new IllegalStateException("no address yet")));
    }

    assertThat(run.lost(Loss.FAULTS)).isEqualTo(3);
    assertThat(client.live().get(0).uses()).isEqualTo(3);
  }

  @Test
  void describes_the_first_fault_only() {
    client.uses(http, new Broken(new IllegalStateException("no address yet")));
    client.uses(http, new Broken(new IllegalStateException("another")));

    assertThat(run.ledger.read().problems())
        .singleElement()
        .asString()
        .startsWith("a fault of Ajar's own: java.lang.IllegalStateException: no address yet at ")
        .contains("ProbeTest");
  }

  @Test
  void survives_errors_as_well() {
    client.uses(http, new Broken(new StackOverflowError()));
    client.uses(http, new Broken(new OutOfMemoryError("none left")));

    assertThat(run.lost(Loss.FAULTS)).isEqualTo(2);
  }

  @Test
  void survives_a_fault_that_cannot_be_described() {
    client.uses(http, new Broken(new Indescribable()));
    client.uses(http, new Broken(new IllegalStateException("no address yet")));

    assertThat(run.lost(Loss.FAULTS)).isEqualTo(2);
    assertThat(run.ledger.read().problems()).isEmpty();
  }

  @Test
  void describes_a_fault_without_a_stack() {
    client.uses(http, new Broken(new Stackless()));

    assertThat(run.ledger.read().problems())
        .containsExactly("a fault of Ajar's own: " + Stackless.class.getName() + ": bare");
  }

  @Test
  void is_at_work_again_after_a_fault() {
    client.uses(http, new Broken(new IllegalStateException()));
    client.closes(http);

    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void takes_no_notice_of_what_ajar_itself_sets_off() {
    Object inner = new Object();
    client.uses(
        http,
        new Object() {
          @Override
          public String toString() {
            client.opens(inner);
            client.uses(http);
            client.closes(http);
            return "http://api.example.org/";
          }
        });

    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(client.counts().closeBegun()).isZero();
    assertThat(client.counts().hosts()).containsExactly("api.example.org");
    assertThat(client.live()).singleElement().matches(live -> live.uses() == 1);
    client.opens(inner);
    assertThat(client.live()).hasSize(2);
  }

  @Test
  void takes_notice_of_what_another_thread_does_meanwhile() {
    client.uses(
        http,
        new Object() {
          @Override
          public String toString() {
            Thread other = new Thread(() -> client.uses(http));
            other.start();
            try {
              other.join();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return "";
          }
        });

    assertThat(client.live().get(0).uses()).isEqualTo(2);
  }

  @Test
  void has_nothing_to_say_of_null() {
    client.opens(null);
    client.uses(null, "http://api.example.org/");
    client.closes(null);

    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  private record Broken(Throwable fault) {

    @Override
    public String toString() {
      throw sneaky(fault);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the way to throw anything
    private static <E extends Throwable> E sneaky(Throwable fault) throws E {
      throw (E) fault;
    }
  }

  private static final class Indescribable extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      throw new IllegalStateException("not even this");
    }
  }

  private static final class Stackless extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stackless() {
      super("bare", null, false, false);
    }
  }
}
