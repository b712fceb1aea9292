import java.util.function.ToIntFunction;

/**
 * A servlet container in small: it deploys and undeploys a web application ten times in one JVM, or
 * as often as the property {@code deployments} says. Each deployment loads the application and its client libraries anew, and all of it has to be
 * collected afterwards.
 */
public class Application {

  private static final int DEPLOYMENTS = Integer.getInteger("deployments", 10);

  // prints: 80 answers, 10 deployments collected
  public static void main(String[] args) throws Exception {
    redeploy("WebApplication");
  }

  static void redeploy(String webApplication) throws Exception {
    String server = "http://" + Loopback.host();
    Garbage undeployed = new Garbage();
    int answers = 0;
    for (int deployed = 0; deployed < DEPLOYMENTS; deployed++) {
      answers += deploy(webApplication, server, undeployed);
    }
    undeployed.collect();
    System.out.println(answers + " answers, " + DEPLOYMENTS + " deployments collected");
  }

  private static int deploy(String webApplication, String server, Garbage undeployed)
      throws Exception {
    Thread worker = Thread.currentThread(); // it outlives the deployments, as a container's do
    ClassLoader before = worker.getContextClassLoader();
    try (Deployment deployment = new Deployment()) {
      undeployed.add(deployment);
      worker.setContextClassLoader(deployment);
      Class<?> application = deployment.loadClass(webApplication);
      if (application.getClassLoader() != deployment) {
        throw new AssertionError("loaded by " + application.getClassLoader());
      }
      @SuppressWarnings("unchecked")
      ToIntFunction<String> deployed =
          (ToIntFunction<String>) application.getConstructor().newInstance();
      return deployed.applyAsInt(server);
    } finally {
      worker.setContextClassLoader(before);
    }
  }
}
