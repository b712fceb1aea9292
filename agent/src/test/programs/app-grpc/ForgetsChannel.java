import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;

/** The same, with two channels that nobody shuts down. */
public class ForgetsChannel {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 20 answers
  public static void main(String[] args) throws Exception {
    Application.run(ForgetsChannel::ask);
  }

  private static void ask(String target) {
    for (int asked = 0; asked < 2; asked++) {
      var builder = Grpc.newChannelBuilder(target, InsecureChannelCredentials.create());
      ManagedChannel forgotten = builder.build(); // expect: open 2 gRPC channel
      KEPT.add(forgotten);
      new Asking().once(forgotten);
    }
  }
}
