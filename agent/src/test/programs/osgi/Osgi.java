import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Starts a framework and in it a bundle; both are gone in the end, and the bundle's classes too. */
public class Osgi {

  /**
   * @param args the bundle's jar, and where the framework may keep its files
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("server", Loopback.small());
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .iterator()
            .next()
            .newFramework(Map.of("org.osgi.framework.storage", args[1]));
    framework.start();
    Garbage uninstalled = new Garbage();
    run(framework, Path.of(args[0]), uninstalled);
    uninstalled.collect();
    framework.stop();
    FrameworkEvent stopped = framework.waitForStop(60_000);
    System.out.println("bundle collected, framework stopped: " + (stopped.getThrowable() == null));
  }

  private static void run(Framework framework, Path jar, Garbage uninstalled) throws Exception {
    Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
    bundle.start();
    ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
    System.out.println("bundle started by " + loader.getClass().getSimpleName());
    uninstalled.add(loader);
    bundle.stop();
    bundle.uninstall();
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(Collections.singleton(bundle), event -> refreshed.countDown());
    refreshed.await();
  }
}
