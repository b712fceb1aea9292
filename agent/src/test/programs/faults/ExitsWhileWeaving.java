import java.io.File;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends while clients are loaded: {@code beside}, by another thread than those that load them; or
 * {@code within}, by the class loader while it is asked for what they extend.
 */
public class ExitsWhileWeaving {

  private static final String CLIENTS = "org.apache.hc.client5.http.impl.classic.HttpClients";

  private static final AtomicInteger LOADED = new AtomicInteger();

  /**
   * @param args where the exit comes from, a directory of jars, and after how many loads
   */
  public static void main(String[] args) throws Exception {
    Faults.open();
    List<URL> jars = new ArrayList<>();
    for (File jar : new File(args[1]).listFiles()) {
      jars.add(jar.toURI().toURL());
    }
    int loads = Integer.parseInt(args[2]);
    if (args[0].equals("within")) {
      new Exiting(jars.toArray(new URL[0]), loads).loadClass(CLIENTS).getMethod("createMinimal").invoke(null);
      throw new IllegalStateException("loaded all");
    }
    for (int thread = 0; thread < 4; thread++) {
      Thread loading = new Thread(() -> load(jars));
      loading.setDaemon(true);
      loading.start();
    }
    while (LOADED.get() < loads) {
      Thread.onSpinWait();
    }
    System.exit(7);
  }

  private static void load(List<URL> jars) {
    while (true) {
      ClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      try {
        Class.forName(CLIENTS, true, loader).getMethod("createMinimal").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      LOADED.incrementAndGet();
    }
  }

  private static final class Exiting extends URLClassLoader {
    private final int loads;

    Exiting(URL[] jars, int loads) throws MalformedURLException {
      super(jars, ClassLoader.getPlatformClassLoader());
      this.loads = loads;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (LOADED.incrementAndGet() == loads) {
        System.exit(7);
      }
      return super.findClass(name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      if (name.endsWith(".class") && LOADED.get() > loads / 2) {
        System.exit(7); // asked by whoever reads class files
      }
      return super.getResourceAsStream(name);
    }
  }
}
