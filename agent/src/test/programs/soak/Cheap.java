/** A client that costs nothing, so that very many can be opened. */
final class Cheap implements AutoCloseable {

  @Override
  public void close() {}
}
