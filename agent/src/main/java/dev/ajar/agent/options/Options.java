package dev.ajar.agent.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of the agent, every value resolved and in range.
 *
 * @param output pattern of the report's path, without its extension
 * @param text whether the report is written as text
 * @param json whether the report is written as JSON
 * @param service name of the watched service
 * @param build build or version of the watched service
 * @param depth most frames kept of a stack, 1 to 256
 * @param app names of packages that count as application code; empty: nothing was said
 * @param libraries names of the libraries to watch; empty: all, see {@link #watches}
 * @param track classes of the application's own that are to be tracked
 * @param suppressions path of the file of suppressions; null: none
 * @param baseline path of the baseline; null: none
 * @param failOn least severity that {@code exitCode} is for
 * @param exitCode status in the place of 0 where there are findings, 1 to 255; 0: off
 * @param live directory of the ledger; null: no file is kept
 * @param hookWait how long shutdown hooks are waited for before a first report, in s, 0 to 3600; 0:
 *     for ever
 * @param maxLive most resources followed at the same time, 1 to 10,000,000
 * @param thresholds from how many on something is a finding, as in {@code piled-up:5+churn:12}
 * @param quiet whether no report is to be printed; it is written to files all the same
 * @param help whether the list of options is asked for
 */
public record Options(
    String output,
    boolean text,
    boolean json,
    @Nullable String service,
    @Nullable String build,
    int depth,
    List<String> app,
    List<String> libraries,
    List<OwnClass> track,
    @Nullable String suppressions,
    @Nullable String baseline,
    String failOn,
    int exitCode,
    @Nullable String live,
    int hookWait,
    int maxLive,
    String thresholds,
    boolean quiet,
    boolean help) {

  /** The options where nothing is set. {@link Option} has the same defaults as text. */
  public static Options defaults() {
    return new Options(
        "ajar-%s-%h-%p-%t",
        true,
        true,
        null,
        null,
        32,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        "warning",
        0,
        System.getProperty("java.io.tmpdir"),
        20,
        65_536,
        "piled-up:5+partial:3+churn:12",
        false,
        false);
  }

  /** Whether the catalogue's library of this name is to be watched. */
  public boolean watches(String library) {
    return libraries.isEmpty() || libraries.contains(library);
  }
}
