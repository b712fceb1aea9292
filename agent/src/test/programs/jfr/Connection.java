/** A client of the application's own. */
public class Connection implements AutoCloseable {

  @Override
  public void close() {}
}
