package dev.ajar.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is open in a running process as a table for people. */
public final class OpenTable {

  private static final String[] TITLES = {
    "OPEN", "MORE", "OPENED", "CLOSED", "LAST OPENED", "WHAT"
  };
  private static final int NUMBERS = 4; // columns that stand right

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder(1024);
  private final List<String[]> rows = new ArrayList<>();

  private OpenTable(TextStyle style) {
    this.style = style;
    rows.add(TITLES);
  }

  /**
   * The table, with a line break at its end.
   *
   * @param before the same process as it was seen before, to tell what came since; null for none
   * @param most lines of the table, without its title
   */
  public static String of(OpenSites now, @Nullable OpenSites before, TextStyle style, int most) {
    OpenTable table = new OpenTable(style);
    table.head(now);
    table.sites(now, before, Math.min(most, now.sites().size()));
    if (now.sites().size() > most) {
      table.text.append("and ").append(Figures.grouped(now.sites().size() - most));
      table.text.append(" more places\n");
    }
    for (String line : now.damage()) {
      table.text.append("damage    ").append(style.clean(line)).append('\n');
    }
    return table.text.toString();
  }

  private void head(OpenSites now) {
    text.append(HeaderLine.of(now.header(), style)).append('\n');
    text.append(SummaryLine.of(now.summary(), style)).append('\n');
    StringBuilder attached = HeaderLine.attached(now.header());
    if (attached != null) {
      text.append(attached).append('\n');
    }
    if (now.summary().responses().opened() > 0) {
      text.append(SummaryLine.responses(now.summary(), style)).append('\n');
    }
    text.append('\n');
  }

  private void sites(OpenSites now, @Nullable OpenSites before, int listed) {
    if (listed == 0) {
      text.append("nothing is open\n");
      return;
    }
    Map<String, Long> known = new HashMap<>();
    if (before != null) {
      for (OpenSites.Site site : before.sites()) {
        known.put(site.fingerprint(), site.open());
      }
    }
    for (int at = 0; at < listed; at++) {
      OpenSites.Site site = now.sites().get(at);
      Long earlier = known.get(site.fingerprint());
      rows.add(row(site, before == null ? null : site.open() - (earlier == null ? 0 : earlier)));
    }
    int[] widths = widths();
    for (int at = 0; at < rows.size(); at++) {
      write(rows.get(at), widths, at == 0 ? "OPENED AT" : at(now.sites().get(at - 1)));
    }
  }

  private String[] row(OpenSites.Site site, @Nullable Long more) {
    Tally counts = site.counts();
    long closed = counts.closed() + counts.closedDuringShutdown() + counts.closedWithOwner();
    return new String[] {
      Figures.grouped(site.open()),
      more == null || more == 0 ? "" : (more > 0 ? "+" : "").concat(Figures.grouped(more)),
      Figures.grouped(counts.opened()),
      Figures.grouped(closed),
      site.lastOpened() == null ? "?" : site.lastOpened().clock(),
      style.clean(site.type()),
    };
  }

  private String at(OpenSites.Site site) {
    String line = site.blame() == null ? "places beyond the bound" : style.clean(site.blame().at());
    return site.adopted() ? line.concat("   first seen; from before Ajar came") : line;
  }

  private int[] widths() {
    int[] widths = new int[TITLES.length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    return widths;
  }

  private void write(String[] row, int[] widths, String last) {
    for (int column = 0; column < row.length; column++) {
      int blanks = widths[column] - row[column].length();
      if (column < NUMBERS) {
        blanks(blanks);
      }
      text.append(row[column]);
      blanks(column < NUMBERS ? 2 : blanks + 2);
    }
    text.append(last).append('\n');
  }

  private void blanks(int count) {
    for (int blank = 0; blank < count; blank++) {
      text.append(' ');
    }
  }
}
