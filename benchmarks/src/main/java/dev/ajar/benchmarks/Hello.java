package dev.ajar.benchmarks;

/** A program that knows no HTTP client. */
public final class Hello {

  /** Prints a word. */
  public static void main(String... args) {
    System.out.println("hello");
  }

  private Hello() {}
}
