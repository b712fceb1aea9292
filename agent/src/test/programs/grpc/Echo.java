import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A service that says what it is told, written by hand. */
final class Echo {

  static final MethodDescriptor<String, String> SAY = method(MethodDescriptor.MethodType.UNARY, "Say");
  static final MethodDescriptor<String, String> REPEAT =
      method(MethodDescriptor.MethodType.SERVER_STREAMING, "Repeat");

  static ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("acme.Echo")
        .addMethod(SAY, ServerCalls.asyncUnaryCall(Echo::say))
        .addMethod(REPEAT, ServerCalls.asyncServerStreamingCall(Echo::repeat))
        .build();
  }

  /** Asks and waits for the answer. */
  static String say(Channel channel, String text) {
    return ClientCalls.blockingUnaryCall(channel, SAY, CallOptions.DEFAULT, text);
  }

  private static void say(String text, StreamObserver<String> answer) {
    if (text.equals("fail")) {
      answer.onError(Status.INVALID_ARGUMENT.asException());
    } else if (!text.equals("wait")) {
      answer.onNext(text);
      answer.onCompleted();
    }
  }

  private static void repeat(String text, StreamObserver<String> answer) {
    for (int times = 0; times < 3; times++) {
      answer.onNext(text);
    }
    answer.onCompleted();
  }

  private static MethodDescriptor<String, String> method(
      MethodDescriptor.MethodType type, String name) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(type)
        .setFullMethodName("acme.Echo/" + name)
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

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
