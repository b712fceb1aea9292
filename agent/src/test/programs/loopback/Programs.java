import java.lang.reflect.Method;

/**
 * Runs the programs that its arguments name, one after the other, in one JVM: a class, or a method
 * of one. Then it exits, for what they leave open may keep the JVM from ending by itself.
 */
public class Programs {

  public static void main(String[] names) throws Exception {
    System.out.println("server " + Loopback.host());
    for (String name : names) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      } else {
        Method method = Class.forName(name.substring(0, dot)).getDeclaredMethod(name.substring(dot + 1));
        method.setAccessible(true);
        method.invoke(null);
      }
      System.out.println("ran " + name);
    }
    System.exit(0);
  }
}
