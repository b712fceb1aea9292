import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Closes each client well, but makes one for each call. */
public class ChurnPerCall {

  public static void main(String[] args) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int call = 0; call < 120; call++) {
      calls.add(ChurnPerCall::call);
    }
    for (Future<Integer> answer : threads.invokeAll(calls)) {
      answer.get();
    }
    threads.shutdown();
  }

  private static int call() throws Exception {
    try (CloseableHttpClient client = HttpClients.createDefault()) { // expect: churn 120 Apache HttpClient 5 client
      return client.execute(
          new HttpGet(Loopback.small()),
          response -> EntityUtils.toByteArray(response.getEntity()).length);
    }
  }
}
