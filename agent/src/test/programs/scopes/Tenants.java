import dev.ajar.api.Ajar;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Opens clients in scopes: nested, on another thread, by a copy of the API in another loader. */
public class Tenants {

  private static final List<HttpClient> KEPT = new ArrayList<>();
  private static Class<?> again; // or its clients could be collected

  public static void main(String[] args) throws Exception {
    System.out.println("watching: " + Ajar.isWatching());
    try (Ajar.Scope tenant = Ajar.scope("tenant-7")) {
      open(3);
      try (Ajar.Scope job = Ajar.scope("import")) {
        open(2);
      }
    }
    Ajar.mark("after warm-up");
    Thread other = start(() -> inScope("tenant-9"));
    other.join();
    System.out.println("another class: " + elsewhere());
    open(1);
    System.out.println(Ajar.openClients());
    System.out.println("done");
  }

  public static void inScope(String tenant) {
    Ajar.Scope scope = Ajar.scope(tenant);
    open(4);
    scope.close();
    scope.close();
  }

  private static void open(int count) {
    for (int made = 0; made < count; made++) {
      synchronized (KEPT) {
        KEPT.add(HttpClient.newHttpClient()); // the place
      }
    }
  }

  /** Virtual where there are such threads. */
  private static Thread start(Runnable task) throws Exception {
    for (Method method : Thread.class.getMethods()) {
      if (method.getName().equals("startVirtualThread")) {
        return (Thread) method.invoke(null, task);
      }
    }
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  /** A deployment with classes of its own, the API's among them. */
  private static boolean elsewhere() throws Exception {
    URL own = Tenants.class.getProtectionDomain().getCodeSource().getLocation();
    URL api = Ajar.class.getProtectionDomain().getCodeSource().getLocation();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {own, api}, ClassLoader.getPlatformClassLoader());
    again = loader.loadClass("Tenants");
    Method inScope = again.getMethod("inScope", String.class);
    inScope.invoke(null, "tenant-9");
    return loader.loadClass("dev.ajar.api.Ajar") != Ajar.class;
  }
}
