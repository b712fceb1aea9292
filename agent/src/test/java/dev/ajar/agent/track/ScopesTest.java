package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopesTest {

  @AfterEach
  void leavesNothing() {
    assertThat(Scopes.current()).isNull();
  }

  @Test
  void lie_within_each_other() {
    Object outer = Scopes.enter("tenant-7");
    Object inner = Scopes.enter("import");
    assertThat(Scopes.current()).isEqualTo("tenant-7/import");

    Scopes.leave(inner);
    assertThat(Scopes.current()).isEqualTo("tenant-7");
    Scopes.leave(outer);
  }

  @Test
  void may_end_out_of_order_and_twice() {
    Object outer = Scopes.enter("tenant-7");
    Object inner = Scopes.enter("import");

    Scopes.leave(outer);
    Scopes.leave(outer);
    assertThat(Scopes.current()).isEqualTo("tenant-7/import");
    Scopes.leave(inner);
    Scopes.leave(inner);
    Scopes.leave("anything");
    Scopes.leave(null);
  }

  @Test
  void belong_to_their_thread() {
    Object scope = Scopes.enter("tenant-7");

    assertThat(CompletableFuture.supplyAsync(() -> "" + Scopes.current(), elsewhere()).join())
        .isEqualTo("null");
    Scopes.leave(scope);
  }

  @Test
  void end_for_their_thread_when_another_closes_them() {
    Object scope = Scopes.enter("tenant-7");

    CompletableFuture.runAsync(() -> Scopes.leave(scope), elsewhere()).join();
    assertThat(Scopes.current()).isNull();
  }

  @Test
  void are_cut() {
    Object scope = Scopes.enter("x".repeat(100));
    assertThat(Scopes.current()).hasSize(80);
    Object second = Scopes.enter("y".repeat(100));
    Object third = Scopes.enter("z".repeat(100));
    assertThat(Scopes.current()).hasSize(200).startsWith("xxx").contains("/yyy");

    Scopes.leave(third);
    Scopes.leave(second);
    Scopes.leave(scope);
  }

  private static java.util.concurrent.Executor elsewhere() {
    return task -> {
      Thread thread = new Thread(task);
      thread.start();
    };
  }
}
