import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A gRPC server and its clients in one JVM, which are shut down in each way there is. */
public class Application {

  // prints: 20 answers
  public static void main(String[] args) throws Exception {
    run(target -> {});
  }

  /**
   * Its life.
   *
   * @param forgetting what an application that is not all right does besides
   */
  static void run(Consumer<String> forgetting) throws Exception {
    Server server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(Echo.service())
            .build()
            .start();
    String target = "localhost:" + server.getPort();
    Asking asking = new Asking();

    ManagedChannel lasting = channel(target);
    asking.over(lasting);
    Channel intercepted =
        ClientInterceptors.intercept(
            lasting, MetadataUtils.newAttachHeadersInterceptor(new Metadata()));
    asking.over(intercepted);

    ManagedChannel hasty = ManagedChannelBuilder.forTarget(target).usePlaintext().build();
    asking.over(hasty);
    hasty.shutdownNow();
    await(hasty);

    ManagedChannel idle = channel(target);
    idle.shutdown();
    idle.shutdownNow();

    ManagedChannel resting = channel(target);
    asking.once(resting);
    resting.enterIdle();
    asking.once(resting);
    resting.shutdown();
    await(resting);

    forgetting.accept(target);
    lasting.shutdown();
    await(lasting);
    server.shutdownNow().awaitTermination();
    System.out.println(asking.answers() + " answers");
  }

  static ManagedChannel channel(String target) {
    return Grpc.newChannelBuilder(target, InsecureChannelCredentials.create()).build();
  }

  private static void await(ManagedChannel channel) throws InterruptedException {
    if (!channel.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError("does not end: " + channel);
    }
  }
}
