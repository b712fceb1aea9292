/** Says 3, and while hooks run a second thread says 4: the first word counts. */
public class ExitTwice {
  public static void main(String[] args) {
    Kept.open(args);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Thread second = new Thread(() -> System.exit(4));
                  second.start();
                  while (second.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                  }
                  System.out.println("hook ends");
                  System.err.println("hook ends");
                }));
    System.exit(3);
  }
}
