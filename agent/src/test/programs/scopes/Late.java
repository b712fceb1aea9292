import com.sun.tools.attach.VirtualMachine;
import dev.ajar.api.Ajar;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/** Has used the API and its MDC before the agent comes; args: the agent's jar. */
public class Late {

  private static final List<HttpClient> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Ajar.Scope before = Ajar.scope("before");
    MDC.put("traceId", "11111111111111111111111111111111");
    System.out.println("watching: " + Ajar.isWatching());
    VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    self.loadAgent(args[0]);
    self.detach();
    System.out.println("watching: " + Ajar.isWatching());
    try (Ajar.Scope scope = Ajar.scope("after")) {
      for (int made = 0; made < 5; made++) {
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e473" + made);
        open();
      }
    }
    before.close();
    System.out.println(Ajar.openClients());
  }

  private static void open() {
    KEPT.add(HttpClient.newHttpClient());
  }
}
