package dev.ajar.report;

/** What the text says of clients that were made for each call. */
final class ChurnLines {

  static void write(Churn churn, Page page) {
    StringBuilder lives = new StringBuilder("half of them were closed within ");
    Figures.duration(lives, churn.medianLifeMillis());
    lives.append(", with ");
    lives.append(
        switch (churn.medianRequests()) {
          case 0 -> "no request";
          case 1 -> "one request or none";
          default -> "three requests or fewer";
        });
    page.prose("lives", lives);
    if (churn.used() > 1) {
      StringBuilder wasted = new StringBuilder(Figures.grouped(churn.used()));
      wasted.append(" of them had to connect anew; one that is shared keeps its connections");
      page.prose("wasted", wasted);
    }
  }

  private ChurnLines() {}
}
