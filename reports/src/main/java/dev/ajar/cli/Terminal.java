package dev.ajar.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether somebody watches. */
final class Terminal {

  /** Whether standard input and output are a terminal's. */
  @SuppressWarnings("SystemConsoleNull") // before 22, none says that there is no terminal
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try { // from 22 on there is a console without a terminal, and a way to ask
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  private Terminal() {}
}
