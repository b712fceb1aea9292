import java.net.URL;
import java.net.URLClassLoader;

/** Loads itself a second time, in a class loader that knows only the JDK. */
public class OwnLoader {
  public static void main(String[] args) throws Exception {
    Kept.open(args);
    URL self = OwnLoader.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader("own", new URL[] {self}, ClassLoader.getPlatformClassLoader())) {
      Class<?> again = loader.loadClass("OwnLoader");
      System.out.println(again.getClassLoader().getName() + " " + (again == OwnLoader.class));
      Class.forName("Kept", true, loader);
      try {
        loader.loadClass("dev.ajar.agent.Agent");
      } catch (ClassNotFoundException e) {
        System.out.println(e);
      }
    }
  }
}
