import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.storage.GrpcStorageOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.storage.v2.Bucket;
import com.google.storage.v2.GetBucketRequest;
import com.google.storage.v2.StorageGrpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Server SERVER = serve();

  static void forgotten() {
    System.out.println("server 127.0.0.1:" + SERVER.getPort());
    busy();
    for (int round = 0; round < 2; round++) {
      GrpcStorageOptions options = options();
      Storage storage =
          keep(options)
              .getService(); // expect: open 2 Google Cloud Storage over gRPC
      check(status(storage, "missing") == 404);
      check(options.getService() == storage);
    }
    for (int round = 0; round < 2; round++) {
      keep(measured(true).build())
          .getService(); // expect: open 2 Google Cloud Storage over gRPC
    }
    for (int round = 0; round < 5; round++) {
      keep(options()).getService(); // expect: open piled-up 5 Google Cloud Storage over gRPC
    }
  }

  private static void busy() {
    for (int round = 0; round < 2; round++) {
      Storage storage =
          keep(options()).getService(); // expect: open 2 Google Cloud Storage over gRPC
      for (int request = 0; request < 3; request++) {
        check(storage.get("small").getName().equals("small"));
      }
    }
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      Storage storage = keep(options()).getService();
      check(storage.get("small") != null);
      storage.close();
    }
    for (int round = 0; round < 2; round++) { // over HTTP there is nothing to close
      Storage storage =
          keep(
              StorageOptions.http()
                  .setHost("http://" + Loopback.host())
                  .setProjectId("loopback")
                  .setCredentials(NoCredentials.getInstance())
                  .setRetrySettings(ServiceOptions.getNoRetrySettings())
                  .build()
                  .getService());
      check(status(storage, "small") != 200);
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      Storage used = options().getService(); // expect: abandoned 2 Google Cloud Storage over gRPC
      check(status(used, "small") == 200);
      garbage.add(used);
      used = null;
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    Storage storage = options().getService();
    check(storage.get("small").getName().equals("small"));
    check(status(storage, "missing") == 404);
    check(status(storage, "broken") == 500);
    keep(storage).close();
    storage.close();
    try (Storage unused = keep(options().getService())) {
      check(unused.getOptions() != null);
    }
    String refused = Loopback.refused();
    try (Storage nowhere =
        measured(false)
            .setHost(refused.substring(0, refused.length() - 1))
            .build()
            .getService()) {
      check(status(nowhere, "small") == 503);
    }
    try (Storage measured =
        measured(true).build().getService()) {
      check(status(measured, "small") == 200);
    }
  }

  static void late() {
    for (int round = 0; round < 2; round++) {
      Storage storage = keep(options().getService());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(storage)));
    }
    System.out.println("clients that hooks close: 4");
  }

  private static void close(Storage storage) {
    try {
      storage.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static GrpcStorageOptions options() {
    return measured(false).build();
  }

  /** The oldest version that is tested measures nothing. */
  private static GrpcStorageOptions.Builder measured(boolean measured) {
    GrpcStorageOptions.Builder builder = builder();
    try {
      GrpcStorageOptions.Builder.class
          .getMethod("setEnableGrpcClientMetrics", boolean.class)
          .invoke(builder, measured);
    } catch (NoSuchMethodException e) {
      return builder;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return builder;
  }

  private static GrpcStorageOptions.Builder builder() {
    return StorageOptions.grpc()
        .setHost("http://127.0.0.1:" + SERVER.getPort())
        .setProjectId("loopback")
        .setCredentials(NoCredentials.getInstance())
        .setAttemptDirectPath(false)
        .setRetrySettings(ServiceOptions.getNoRetrySettings());
  }

  private static int status(Storage storage, String bucket) {
    try {
      return storage.get(bucket) == null ? 404 : 200;
    } catch (StorageException e) {
      return e.getCode();
    }
  }

  private static Server serve() {
    try {
      return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
          .addService(new Buckets())
          .build()
          .start();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }

  /** As much of the service as this asks for. */
  private static final class Buckets extends StorageGrpc.StorageImplBase {

    @Override
    public void getBucket(GetBucketRequest request, StreamObserver<Bucket> answer) {
      if (request.getName().endsWith("/missing")) {
        answer.onError(Status.NOT_FOUND.asException());
      } else if (request.getName().endsWith("/broken")) {
        answer.onError(Status.INTERNAL.asException());
      } else {
        String id = request.getName().replaceFirst(".*/", "");
        answer.onNext(
            Bucket.newBuilder()
                .setName(request.getName())
                .setBucketId(id)
                .setProject("projects/7")
                .build());
        answer.onCompleted();
      }
    }
  }
}
