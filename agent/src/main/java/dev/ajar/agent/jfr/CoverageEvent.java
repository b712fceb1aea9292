package dev.ajar.agent.jfr;

import dev.ajar.report.Library;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A jar, or module, that was watched: without it, no finding would mean nothing. */
@Name("dev.ajar.Coverage")
@Label("Watched Library")
@Category("Ajar")
@Description("A jar or module whose HTTP clients Ajar watches")
@StackTrace(false)
@Period("endChunk")
final class CoverageEvent extends Event {

  @Label("Library")
  String library = "";

  @Label("Source")
  @Description("File name of the jar, or name of the module")
  String source = "";

  @Label("Version")
  @Nullable String version;

  @Label("Newest Tested")
  @Description("The newest version that Ajar is tested with")
  @Nullable String newestTested;

  @Label("Opened")
  @Description("Whether anything of the library was opened")
  boolean opened;

  @Label("Classes")
  @Description("Watched classes that were loaded")
  int classes;

  @Label("Missing")
  @Description("Methods that Ajar looked for and the classes do not have")
  String missing = "";

  static CoverageEvent of(Library library, Library.Source source) {
    CoverageEvent event = new CoverageEvent();
    event.library = library.name();
    event.source = source.name();
    event.version = source.version();
    event.newestTested = source.newestTested();
    event.opened = library.opened();
    event.classes = source.classes().size();
    StringBuilder missing = new StringBuilder();
    for (Library.Met met : source.classes()) {
      for (String method : met.missing()) {
        missing.append(missing.isEmpty() ? "" : ", ");
        missing.append(met.className()).append('.').append(method);
      }
    }
    event.missing = missing.toString();
    return event;
  }
}
