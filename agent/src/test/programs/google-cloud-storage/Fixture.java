import com.google.cloud.NoCredentials;
import com.google.cloud.ReadChannel;
import com.google.cloud.ServiceOptions;
import com.google.cloud.storage.GrpcStorageOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.protobuf.ByteString;
import com.google.storage.v2.Bucket;
import com.google.storage.v2.ChecksummedData;
import com.google.storage.v2.GetBucketRequest;
import com.google.storage.v2.ReadObjectRequest;
import com.google.storage.v2.ReadObjectResponse;
import com.google.storage.v2.StorageGrpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Server SERVER = serve();

  static void forgotten() throws Exception {
    System.out.println("server 127.0.0.1:" + SERVER.getPort());
    busy();
    for (int round = 0; round < 2; round++) {
      GrpcStorageOptions options = options();
      Storage storage =
          keep(options)
              .getService(); // expect: open 2 Google Cloud Storage over gRPC
      check(status(storage, "missing") == 404);
      check(options.getService() == storage);
      readers(storage);
    }
    for (int round = 0; round < 2; round++) {
      keep(measured(true).build())
          .getService(); // expect: open 2 Google Cloud Storage over gRPC
    }
    for (int round = 0; round < 5; round++) {
      keep(options()).getService(); // expect: open piled-up 5 Google Cloud Storage over gRPC
    }
  }

  private static void readers(Storage storage) throws Exception {
    ReadChannel begun = keep(storage.reader("bucket", "large")); // expect: open 2 Google Cloud Storage reader
    begun.setChunkSize(0);
    check(begin(begun) > 0);
    keep(storage.reader("bucket", "large")); // has asked for nothing
    check(begin(keep(storage.reader("bucket", "missing"))) == -404);
    check(end(keep(storage.reader("bucket", "small"))) == 3);
    check(end(keep(storage.reader("bucket", "large"))) == 100_000);
    check(end(keep(storage.reader("bucket", "empty"))) == 0);
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
      check(begin(keep(storage.reader("bucket", "large"))) > 0);
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
    try (ReadChannel reader = keep(storage.reader("bucket", "large"))) {
      check(begin(reader) > 0);
      reader.seek(5);
      check(begin(reader) > 0);
    }
    try (ReadChannel reader = keep(storage.reader("bucket", "broken"))) {
      check(begin(reader) == -500);
    }
    keep(storage.reader("bucket", "large")).close();
    check(storage.readAllBytes("bucket", "large").length == 100_000);
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

  /** How many bytes come first, or the negative status. */
  private static int begin(ReadChannel reader) {
    try {
      return reader.read(ByteBuffer.allocate(10));
    } catch (IOException e) {
      return -((StorageException) e.getCause()).getCode();
    }
  }

  /** How many bytes there are. */
  private static int end(ReadChannel reader) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(30_000);
    int bytes = 0;
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      bytes += read;
      buffer.clear();
    }
    return bytes;
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

    @Override
    public void readObject(ReadObjectRequest request, StreamObserver<ReadObjectResponse> answer) {
      switch (request.getObject()) {
        case "missing" -> answer.onError(Status.NOT_FOUND.asException());
        case "broken" -> answer.onError(Status.INTERNAL.asException());
        case "empty" -> send(answer, 1, 0);
        case "small" -> send(answer, 1, 3);
        default -> send(answer, 20, 5_000);
      }
    }

    private static void send(StreamObserver<ReadObjectResponse> answer, int messages, int bytes) {
      ByteString content = ByteString.copyFrom(new byte[bytes]);
      for (int message = 0; message < messages; message++) {
        answer.onNext(
            ReadObjectResponse.newBuilder()
                .setChecksummedData(ChecksummedData.newBuilder().setContent(content))
                .build());
      }
      answer.onCompleted();
    }
  }
}
