import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingStream;

/** Opens connections while Flight Recorder records, or before, or both. */
public class Records {

  private static final List<Connection> OPEN = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "hook" -> {
        open(5);
        Runtime.getRuntime().addShutdownHook(new Thread(Records::closeTwo));
        System.out.println("ready");
        Thread.currentThread().join();
      }
      case "api" -> api();
      case "jcmd" -> {
        open(3);
        System.out.println("ready");
        while (!FlightRecorder.isInitialized()
            || FlightRecorder.getFlightRecorder().getRecordings().isEmpty()) {
          LockSupport.parkNanos(20_000_000);
        }
        open(2);
        System.out.println("opened");
        Thread.currentThread().join();
      }
      case "kill" -> kill();
      case "refused" -> {
        takeLastSlot();
        open(5);
      }
      default -> open(5);
    }
  }

  private static void open(int count) {
    for (int opened = 0; opened < count; opened++) {
      OPEN.add(new Connection());
    }
  }

  /** After Flight Recorder's own hook, if that runs among those of the application. */
  private static void closeTwo() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("JFR Shutdown Hook")) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    OPEN.remove(0).close();
    OPEN.remove(0).close();
  }

  private static void api() throws Exception {
    open(2);
    for (int round = 0; round < 2; round++) {
      try (Recording recording = new Recording()) {
        recording.start();
        open(1);
        new Connection().close();
        recording.stop();
        recording.dump(Path.of("round-" + round + ".jfr"));
      }
    }
    CountDownLatch heard = new CountDownLatch(2);
    RecordingStream stream = new RecordingStream();
    stream.onEvent("dev.ajar.ClientOpened", event -> heard.countDown());
    stream.onEvent("dev.ajar.ClientClosed", event -> heard.countDown());
    stream.startAsync();
    Recording last = new Recording();
    last.setDestination(Path.of("last.jfr"));
    last.start();
    open(1);
    OPEN.remove(0).close();
    heard.await();
    System.out.println("heard both");
    System.exit(3); // the stream and the last recording are open
  }

  private static void kill() throws Exception {
    CountDownLatch flushed = new CountDownLatch(5);
    EventStream stream = EventStream.openRepository();
    stream.onEvent("dev.ajar.ClientOpened", event -> flushed.countDown());
    stream.onEvent("dev.ajar.ClientClosed", event -> flushed.countDown());
    stream.setStartTime(java.time.Instant.now().minus(Duration.ofHours(1)));
    stream.startAsync();
    open(4);
    OPEN.remove(0).close();
    flushed.await();
    System.out.println("flushed");
    Thread.currentThread().join();
  }

  private static void takeLastSlot() throws Exception {
    Object access =
        Class.forName("jdk.internal.access.SharedSecrets")
            .getMethod("getJavaLangAccess")
            .invoke(null);
    Runnable nothing = () -> {};
    Class.forName("jdk.internal.access.JavaLangAccess")
        .getMethod("registerShutdownHook", int.class, boolean.class, Runnable.class)
        .invoke(access, 9, true, nothing);
  }
}
