package dev.ajar.report;

import dev.ajar.ledger.CodeSource;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * The library that made the resources of a finding for the application, or for itself.
 *
 * @param frame where in the library
 * @param jar file name of its jar
 * @param version as the jar's name tells, or null
 * @param trigger the application's frame that called the library, null if there is none on the
 *     stack
 */
public record Cause(String frame, String jar, @Nullable String version, @Nullable String trigger) {

  /**
   * The library behind a place's most frequent stack, null if the application opened there: the one
   * whose line is to blame or, where that is the application's, the innermost.
   */
  static @Nullable Cause of(Place place, Application application) {
    Ledger.Site site = place.commonest();
    int first = place.inLibrary() ? application.blamed(site.stack(), site.type()) : 0;
    for (int at = first; at < site.stack().size(); at++) {
      Frame frame = site.stack().get(at);
      if (place.inLibrary() || application.couldOpen(frame.className(), site.type())) {
        CodeSource library = application.libraryOf(frame.className());
        String jar = library == null ? null : library.jar();
        if (library == null || jar == null) {
          return null;
        }
        int trigger = application.next(site.stack(), at + 1, site.type());
        return new Cause(
            frame.toString(),
            jar,
            library.version(),
            trigger < 0 ? null : site.stack().get(trigger).toString());
      }
    }
    return null;
  }
}
