package dev.ajar.report;

import dev.ajar.ledger.CodeSource;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Coverage;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Held;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger written by hand: the run of a small service from 09:00 to 09:40. */
public final class LedgerBuilder {

  /** 2026-11-21T09:00:00.000Z, when the JVM started. */
  public static final long NINE = 1_795_251_600_000L;

  /** 40 minutes later, when it ended. */
  public static final long END = NINE + 40 * 60_000L;

  public static final ResourceType CLIENT = client(Contract.MUST);

  public static final ResourceType POOL =
      new ResourceType(
          "Apache HttpClient 5",
          "Apache HttpClient 5 connection pool",
          "org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager",
          Role.PART,
          Contract.SHOULD,
          "Its sockets stay open until the garbage collector finds them.",
          "Close it, or let its client close it.",
          List.of("org.apache.hc."));

  public static final ResourceType RESPONSE =
      new ResourceType(
          "OkHttp",
          "OkHttp response",
          "okhttp3.Response",
          Role.HANDOUT,
          Contract.MUST,
          "A response that is not closed keeps its connection.",
          "Use try-with-resources for the response.",
          List.of("okhttp3.", "okio."));

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<Ledger.Site> sites = new ArrayList<>();
  private final List<Ledger.Live> live = new ArrayList<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final Map<String, CodeSource> codeSources = new LinkedHashMap<>();
  private final List<Coverage> coverage = new ArrayList<>();
  private final List<Ledger.Labels> labels = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> damage = new ArrayList<>();
  private final EnumMap<Loss, Long> losses = new EnumMap<>(Loss.class);
  private @Nullable Held held;
  private Ledger.@Nullable End end = new Ledger.End("SIGTERM", END);

  /** A run with facts of its own, and nothing else. */
  public LedgerBuilder() {
    for (Loss loss : Loss.values()) {
      losses.put(loss, 0L);
    }
    fact("ajar.version", "1.0.0").fact("pid", "4711").fact("service", "orders-svc");
    fact("build", "2026.11.21-3").fact("started", Long.toString(NINE)).fact("ledger", "file");
  }

  /** The type of an Apache HttpClient 5 client whose library asks for the given contract. */
  public static ResourceType client(Contract contract) {
    return new ResourceType(
        "Apache HttpClient 5",
        "Apache HttpClient 5 client",
        "org.apache.hc.client5.http.impl.classic.CloseableHttpClient",
        Role.CLIENT,
        contract,
        "Its connection pool keeps sockets open until it is closed.",
        "Build one client for the application's life and close it at shutdown, or use"
            + " try-with-resources.",
        List.of("org.apache.hc."));
  }

  /** A frame of {@code Class.method:line}, in the class's own file. */
  public static Frame frame(String text) {
    int colon = text.lastIndexOf(':');
    int dot = text.lastIndexOf('.', colon);
    String className = text.substring(0, dot);
    String outer = className.substring(className.lastIndexOf('.') + 1);
    int dollar = outer.indexOf('$');
    String file = (dollar > 0 ? outer.substring(0, dollar) : outer) + ".java";
    int line = Integer.parseInt(text.substring(colon + 1));
    return new Frame(className, text.substring(dot + 1, colon), file, line);
  }

  public LedgerBuilder fact(String key, String value) {
    facts.put(key, value);
    return this;
  }

  /** Classes of a jar, or of a directory where that is null. */
  public LedgerBuilder from(@Nullable String jar, @Nullable String version, String... classes) {
    for (String name : classes) {
      codeSources.put(name, new CodeSource(jar, version));
    }
    return this;
  }

  public LedgerBuilder without(String key) {
    facts.remove(key);
    return this;
  }

  public LedgerBuilder end(String how) {
    end = new Ledger.End(how, END);
    return this;
  }

  public LedgerBuilder noEnd() {
    end = null;
    return this;
  }

  /** A place of openings; its number is the count of sites before it. */
  public LedgerBuilder site(ResourceType type, CountsBuilder counts, String... frames) {
    return site(type, SiteKind.OPENING, counts, frames);
  }

  /** A place of closes. */
  public LedgerBuilder closing(ResourceType type, String... frames) {
    return site(type, SiteKind.CLOSING, new CountsBuilder(), frames);
  }

  /** An open resource of the last site, in a slot of its own, without an owner. */
  public LedgerBuilder live(long opened, long uses, long firstUsed, long lastUsed) {
    return add(false, -1, opened, uses, firstUsed, lastUsed);
  }

  /** Open resources of the last site; returns after the last, whose slot is {@link #lastSlot}. */
  public LedgerBuilder live(int count) {
    for (int left = count; left > 0; left--) {
      add(false, -1, NINE + 1_000, 0, 0, 0);
    }
    return this;
  }

  /** Labels of the last site. */
  public LedgerBuilder labels(
      List<Ledger.Scope> scopes, long moreOpened, long moreEnded, List<Ledger.Trace> traces) {
    labels.add(
        new Ledger.Labels(
            sites.get(sites.size() - 1).number(), scopes, moreOpened, moreEnded, traces));
    return this;
  }

  public LedgerBuilder ownedBy(int owner) {
    return add(false, owner, NINE + 1_000, 0, 0, 0);
  }

  /** One whose close began at a time, in ms since the epoch, and ends in the background. */
  public LedgerBuilder closingSince(long since) {
    add(true, -1, NINE + 1_000, 0, 0, 0);
    Ledger.Live last = live.remove(live.size() - 1);
    live.add(
        new Ledger.Live(
            last.slot(),
            last.site(),
            true,
            since,
            last.thread(),
            last.virtual(),
            last.opened(),
            last.uses(),
            last.firstUsed(),
            last.lastUsed(),
            last.owner(),
            last.inside(),
            false,
            false));
    return this;
  }

  /** One of the last site whose close threw, or that something was closed for in vain. */
  public LedgerBuilder live(boolean closeThrew, boolean closedInVain) {
    add(false, -1, NINE + 1_000, 0, 0, 0);
    Ledger.Live last = live.remove(live.size() - 1);
    live.add(
        new Ledger.Live(
            last.slot(),
            last.site(),
            false,
            0,
            last.thread(),
            last.virtual(),
            last.opened(),
            last.uses(),
            last.firstUsed(),
            last.lastUsed(),
            -1,
            false,
            closeThrew,
            closedInVain));
    return this;
  }

  public LedgerBuilder incident(
      Incident.Kind kind, int site, int use, int close, @Nullable String what) {
    incidents.add(new Incident(kind, site, use, close, what));
    return this;
  }

  /** One that counts with its owner, whatever its type. */
  public LedgerBuilder inside(int owner) {
    ownedBy(owner);
    Ledger.Live last = live.remove(live.size() - 1);
    live.add(
        new Ledger.Live(
            last.slot(),
            last.site(),
            last.closing(),
            last.closingSince(),
            last.thread(),
            last.virtual(),
            last.opened(),
            last.uses(),
            last.firstUsed(),
            last.lastUsed(),
            owner,
            true,
            false,
            false));
    return this;
  }

  public LedgerBuilder closing(int owner) {
    return add(true, owner, NINE + 1_000, 0, 0, 0);
  }

  public int lastSlot() {
    return live.get(live.size() - 1).slot();
  }

  public LedgerBuilder met(
      String library, String source, @Nullable String version, String missing) {
    coverage.add(new Coverage(library, source, version, "x.Client", missing));
    return this;
  }

  public LedgerBuilder problem(String line) {
    problems.add(line);
    return this;
  }

  public LedgerBuilder damage(String line) {
    damage.add(line);
    return this;
  }

  public LedgerBuilder held(Held held) {
    this.held = held;
    return this;
  }

  public LedgerBuilder lost(Loss loss, long count) {
    losses.put(loss, count);
    return this;
  }

  public Ledger build() {
    return new Ledger(
        facts,
        sites,
        live,
        incidents,
        codeSources,
        coverage,
        problems,
        losses,
        end,
        labels,
        damage,
        held);
  }

  /** The report of this run at its end. */
  public Report report() {
    return Report.of(build(), Nature.EXIT, END);
  }

  /** A place of any kind. */
  public LedgerBuilder site(
      ResourceType type, SiteKind kind, CountsBuilder counts, String... frames) {
    List<Frame> stack = new ArrayList<>();
    for (String frame : frames) {
      stack.add(frame(frame));
    }
    sites.add(new Ledger.Site(sites.size(), type, kind, stack, counts.build()));
    return this;
  }

  private LedgerBuilder add(
      boolean closing, int owner, long opened, long uses, long firstUsed, long lastUsed) {
    int site = sites.size() - 1;
    live.add(
        new Ledger.Live(
            65_536 + live.size(),
            site,
            closing,
            0,
            "main",
            false,
            opened,
            uses,
            firstUsed,
            lastUsed,
            owner,
            false,
            false,
            false));
    return this;
  }
}
