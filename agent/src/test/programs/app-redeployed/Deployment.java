import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * The class loader of one deployment. As in a servlet container, it looks into itself first; then
 * into the container's, or, with the property {@code parent=none}, into the JDK's alone.
 */
final class Deployment extends URLClassLoader {

  Deployment() throws MalformedURLException {
    super(classPath(), parent());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return findClass(name);
      } catch (ClassNotFoundException e) {
        return super.loadClass(name, resolve);
      }
    }
  }

  private static ClassLoader parent() {
    return "none".equals(System.getProperty("parent")) ? null : Deployment.class.getClassLoader();
  }

  private static URL[] classPath() throws MalformedURLException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    URL[] urls = new URL[entries.length];
    for (int at = 0; at < entries.length; at++) {
      urls[at] = Path.of(entries[at]).toUri().toURL();
    }
    return urls;
  }
}
