import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Calls of each sort, and whether their answers are right. */
final class Asking {

  private int answers;

  /** The number of right answers. */
  int answers() {
    return answers;
  }

  void over(Channel channel) throws Exception {
    once(channel);
    check(ClientCalls.futureUnaryCall(call(channel), "later").get(), "later");
    check(failure(channel, CallOptions.DEFAULT, false), Status.Code.NOT_FOUND);
    CallOptions hasty = CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS);
    check(failure(channel, hasty, true), Status.Code.DEADLINE_EXCEEDED);
    Iterator<String> all = often(channel);
    int came = 0;
    for (; all.hasNext(); all.next()) {
      came++;
    }
    check(came, Echo.TIMES);
    check(often(channel).next(), "often"); // and the rest is left unread
    ClientCall<String, String> cancelled = call(channel);
    cancelled.start(new ClientCall.Listener<>() {}, new Metadata());
    cancelled.cancel("not wanted any more", null);
  }

  void once(Channel channel) {
    check(ClientCalls.blockingUnaryCall(channel, Echo.ONCE, CallOptions.DEFAULT, "once"), "once");
  }

  private static ClientCall<String, String> call(Channel channel) {
    return channel.newCall(Echo.ONCE, CallOptions.DEFAULT);
  }

  private static Iterator<String> often(Channel channel) {
    return ClientCalls.blockingServerStreamingCall(
        channel, Echo.OFTEN, CallOptions.DEFAULT, "often");
  }

  private static Status.Code failure(Channel channel, CallOptions options, boolean never) {
    try {
      ClientCalls.blockingUnaryCall(channel, never ? Echo.NEVER : Echo.FAILING, options, "asked");
      throw new AssertionError("was to fail");
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
