import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A service that answers with what it is asked: once, many times, never, or with a failure. */
final class Echo {

  static final MethodDescriptor<String, String> ONCE = method("once", MethodType.UNARY);
  static final MethodDescriptor<String, String> NEVER = method("never", MethodType.UNARY);
  static final MethodDescriptor<String, String> FAILING = method("failing", MethodType.UNARY);
  static final MethodDescriptor<String, String> OFTEN =
      method("often", MethodType.SERVER_STREAMING);
  static final int TIMES = 1_000;

  static ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("echo")
        .addMethod(ONCE, ServerCalls.asyncUnaryCall(Echo::once))
        .addMethod(NEVER, ServerCalls.asyncUnaryCall((asked, answer) -> {}))
        .addMethod(FAILING, ServerCalls.asyncUnaryCall(Echo::failing))
        .addMethod(OFTEN, ServerCalls.asyncServerStreamingCall(Echo::often))
        .build();
  }

  private static void once(String asked, StreamObserver<String> answer) {
    answer.onNext(asked);
    answer.onCompleted();
  }

  private static void failing(String asked, StreamObserver<String> answer) {
    answer.onError(Status.NOT_FOUND.withDescription(asked).asRuntimeException());
  }

  private static void often(String asked, StreamObserver<String> answer) {
    for (int times = 0; times < TIMES; times++) {
      answer.onNext(asked);
    }
    answer.onCompleted();
  }

  private static MethodDescriptor<String, String> method(String name, MethodType type) {
    return MethodDescriptor.<String, String>newBuilder(new Text(), new Text())
        .setFullMethodName(MethodDescriptor.generateFullMethodName("echo", name))
        .setType(type)
        .build();
  }

  /** A message that is a text, so that no code has to be generated. */
  private static final class Text implements MethodDescriptor.Marshaller<String> {

    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Echo() {}
}
