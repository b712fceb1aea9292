package dev.ajar.agent;

/**
 * Why a run is not watched that an AOT cache is made from: a JDK 25 that reads a cache trained with
 * woven classes of its own in it may crash before anything of Ajar or the application runs.
 */
final class TrainingRun extends IllegalStateException {

  private static final long serialVersionUID = 1;

  static final String LINE =
      "is off in this training run: the classes of an AOT cache have to be as they are";

  TrainingRun() {
    super(LINE);
  }
}
