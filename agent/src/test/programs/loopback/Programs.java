/** Runs the programs that its arguments name, one after the other, in one JVM. */
public class Programs {

  public static void main(String[] names) throws Exception {
    System.out.println("server " + Loopback.host());
    for (String name : names) {
      Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      System.out.println("ran " + name);
    }
  }
}
