package dev.ajar.report;

/** What the text says of clients that were made for each call. */
final class ChurnLines {

  static void write(Churn churn, Page page) {
    StringBuilder lives = new StringBuilder("half of them were closed within ");
    Figures.duration(lives, churn.medianLifeMillis());
    lives.append(" and made ");
    lives.append(
        switch (churn.medianRequests()) {
          case 0 -> "no request";
          case 1 -> "one request at most";
          default -> "three requests at most";
        });
    page.prose("lives", lives);
    if (churn.used() > 1) {
      StringBuilder wasted = new StringBuilder(Figures.grouped(churn.used()));
      wasted.append(" of them connected anew, each with a handshake or more; one client keeps its");
      page.prose("wasted", wasted.append(" connections"));
    }
  }

  private ChurnLines() {}
}
