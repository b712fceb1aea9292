import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Ends its main method while OkHttp keeps a thread that is no daemon, for a minute. */
public class Hangs {

  private static final List<OkHttpClient> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, new Named(args[0]));
    if (!args[0].equals("hang")) { // which would have been told of by then
      timer.schedule(() -> System.out.println("ready"), 9, TimeUnit.SECONDS);
    }
    if (args[0].equals("server")) {
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).start();
    }
    enqueue(done);
    done.await();
  }

  /** Only the timer of an application at work keeps the JVM alive. */
  private record Named(String what) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, what);
      thread.setDaemon(!what.equals("timer"));
      return thread;
    }
  }

  private static void enqueue(CountDownLatch done) {
    OkHttpClient client = new OkHttpClient();
    KEPT.add(client);
    Callback callback =
        new Callback() {
          @Override
          public void onFailure(Call call, IOException e) {
            done.countDown();
          }

          @Override
          public void onResponse(Call call, Response response) {
            response.close();
            done.countDown();
          }
        };
    client.newCall(new Request.Builder().url("http://127.0.0.1:1/").build()).enqueue(callback);
  }
}
