/** Names all threads. */
public class ThreadNames {
  public static void main(String[] args) {
    Kept.open(args);
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .forEach(System.out::println);
  }
}
