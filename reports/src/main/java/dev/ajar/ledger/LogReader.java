package dev.ajar.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a ledger's log. A record that cannot be read is named and left out. */
final class LogReader {

  /** A place as the log tells it, without its counters. */
  record Place(ResourceType type, SiteKind kind, List<Frame> stack) {}

  private static final int MAX_COUNT = 256; // the most frames that the option depth allows

  private static final int MAX_NAME = 1_000; // file systems and compilers end at 255

  private final Damage damage;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, ResourceType> types = new HashMap<>();
  private final Map<Integer, Frame> frames = new HashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final Map<String, CodeSource> codeSources = new HashMap<>();
  private final List<Coverage> coverage = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final HeldReader held = new HeldReader();
  private Ledger.@Nullable End end;

  LogReader(Damage damage) {
    this.damage = damage;
  }

  Map<String, String> facts() {
    return facts;
  }

  List<Incident> incidents() {
    return incidents;
  }

  Map<String, CodeSource> codeSources() {
    return codeSources;
  }

  List<Coverage> coverage() {
    return coverage;
  }

  List<String> problems() {
    return problems;
  }

  Ledger.@Nullable End end() {
    return end;
  }

  @Nullable Held held() {
    return held.last();
  }

  @Nullable Place place(int number) {
    return places.get(number);
  }

  /** The text of a number, or {@code ?} if the log has none such. */
  String text(int number) {
    return texts.getOrDefault(number, "?");
  }

  void read(int index, ByteBuffer chunk) {
    int used = chunk.getInt(Layout.AT_USED);
    Fences.acquire();
    if (used < Layout.HEADER_BYTES || used > Layout.CHUNK_BYTES) {
      damage.add("log of chunk " + index + " has no known length");
    }
    used = Math.min(used, chunk.limit());
    int at = Layout.HEADER_BYTES;
    while (at + Layout.RECORD_HEADER <= used) {
      int length = chunk.getInt(at);
      if (length < Layout.RECORD_HEADER || length > used - at) {
        damage.add("log of chunk " + index + " breaks off at byte " + at);
        return;
      }
      ByteBuffer record = chunk.duplicate().order(chunk.order());
      record.position(at + Layout.RECORD_HEADER).limit(at + length);
      try {
        read(record.get(at + 4), record);
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        damage.add("log record at byte " + at + " of chunk " + index + " cannot be read");
      }
      at += length;
    }
  }

  private void read(byte kind, ByteBuffer in) {
    switch (kind) {
      case Layout.FACT -> facts.put(string(in), string(in));
      case Layout.TEXT -> texts.put(in.getInt(), string(in));
      case Layout.TYPE -> types.put(in.getInt(), type(in));
      case Layout.FRAME -> frames.put(in.getInt(), frame(in));
      case Layout.SITE -> place(in);
      case Layout.INCIDENT -> incidents.add(incident(in));
      case Layout.COVERAGE ->
          coverage.add(
              new Coverage(string(in), string(in), nullableString(in), string(in), string(in)));
      case Layout.PROBLEM -> problems.add(string(in));
      case Layout.END -> {
        long at = in.getLong();
        end = new Ledger.End(string(in), at);
      }
      case Layout.CODE_SOURCE ->
          codeSources.put(string(in), new CodeSource(nullableString(in), nullableString(in)));
      case Layout.HELD_THREADS -> held.threads(in, types);
      case Layout.HELD_SOCKETS -> held.sockets(in);
      case Layout.HELD_POOLS -> held.pools(in);
      case Layout.HELD -> held.complete(in);
      default -> throw new IllegalArgumentException("kind " + kind);
    }
  }

  private static ResourceType type(ByteBuffer in) {
    String library = string(in);
    String name = string(in);
    String className = string(in);
    Role role = Role.valueOf(string(in));
    Contract contract = Contract.valueOf(string(in));
    String why = string(in);
    String remedy = string(in);
    List<String> packages = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      packages.add(string(in));
    }
    return new ResourceType(
        library, name, className, role, contract, why, remedy, List.copyOf(packages));
  }

  private static Frame frame(ByteBuffer in) {
    String className = cut(string(in));
    String method = cut(string(in));
    String file = nullableString(in);
    return new Frame(className, method, file == null ? null : cut(file), in.getInt());
  }

  /** A name that no class file could have is not repeated in full wherever its frame is. */
  private static String cut(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  private void place(ByteBuffer in) {
    int number = in.getInt();
    ResourceType type = types.get(in.getInt());
    SiteKind kind = SiteKind.of(in.getInt());
    List<Frame> stack = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      Frame frame = frames.get(in.getInt());
      stack.add(frame == null ? new Frame("?", "?", null, Frame.NO_LINE) : frame);
    }
    if (type == null) {
      throw new IllegalArgumentException("type of place " + number);
    }
    places.put(number, new Place(type, kind, List.copyOf(stack)));
  }

  private static Incident incident(ByteBuffer in) {
    Incident.Kind kind = Incident.Kind.of(in.getInt());
    return new Incident(kind, in.getInt(), in.getInt(), in.getInt(), nullableString(in));
  }

  static int count(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > MAX_COUNT) {
      throw new IllegalArgumentException("count " + count);
    }
    return count;
  }

  static String string(ByteBuffer in) {
    String value = nullableString(in);
    if (value == null) {
      throw new IllegalArgumentException("no string");
    }
    return value;
  }

  private static @Nullable String nullableString(ByteBuffer in) {
    int length = in.getInt();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("length " + length);
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
