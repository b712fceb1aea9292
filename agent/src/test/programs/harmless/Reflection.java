import java.lang.reflect.AccessibleObject;

/** Tries what the JDK keeps to itself. */
public class Reflection {
  public static void main(String[] args) throws Exception {
    Kept.open(args);
    attempt(String.class.getDeclaredField("value"));
    attempt(Thread.class.getDeclaredField("name"));
    attempt(Class.forName("java.lang.Shutdown").getDeclaredMethod("runHooks"));
    attempt(Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaLangAccess"));
    Module base = Object.class.getModule();
    Module own = Reflection.class.getModule();
    System.out.println(base.isOpen("java.lang", own) + " " + base.isOpen("java.lang"));
    System.out.println(base.isExported("jdk.internal.access", own));
    System.out.println(own.getDescriptor() + " " + own.canUse(Runnable.class));
  }

  private static void attempt(AccessibleObject internal) {
    try {
      internal.setAccessible(true);
      System.out.println("open");
    } catch (RuntimeException e) {
      System.out.println(e.getClass() + " " + internal.trySetAccessible());
    }
  }
}
