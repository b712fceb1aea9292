package dev.ajar.agent.options;

/** The list of the options for the user who asks for {@code help}. */
public final class Help {
  private static final String INTRODUCTION =
      """
      Options of Ajar: agent arguments key=value,key=value win over -Dajar.key=value, these over
      AJAR_KEY=value in the environment, these over lines key=value in the config file.
      """;
  private static final String MARGIN = "  ";

  private Help() {}

  /** How options are given, then each option on a line with its default, in ASCII. */
  public static String text() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    int width = 0;
    for (Option option : Option.values()) {
      width = Math.max(width, form(option).length());
    }
    for (Option option : Option.values()) {
      String form = form(option);
      text.append(MARGIN).append(form).append(" ".repeat(width - form.length()));
      text.append(MARGIN).append(option.meaning());
      if (option.standard() != null) {
        text.append(" [").append(option.standard()).append(']');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String form(Option option) {
    return option.isFlag() ? option.key() : option.key() + "=" + option.placeholder();
  }
}
