import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Asks JMX for Ajar, at the moment that it is told, and has it write a snapshot. */
public class Asks {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "before" -> {
        Object unused = ManagementFactory.getPlatformMBeanServer();
        open();
      }
      case "between" -> {
        Object unused = ManagementFactory.getRuntimeMXBean();
        open();
      }
      case "after" -> open();
      default -> {} // no client at all
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.ajar:type=Ajar");
    while (!CLIENTS.isEmpty() && !server.isRegistered(name)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // the test has a limit
    }
    System.out.println("registered: " + server.isRegistered(name));
    if (server.isRegistered(name)) {
      System.out.println("open: " + server.getAttribute(name, "Open"));
      for (CompositeData site : (CompositeData[]) server.getAttribute(name, "Sites")) {
        System.out.println("site: " + site.get("open") + " at " + site.get("site"));
      }
      System.out.println("dump: " + server.invoke(name, "dump", null, null));
    }
  }

  private static void open() {
    for (int made = 0; made < 3; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
  }
}
