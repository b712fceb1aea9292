package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the process held; of several moments that are complete, the last one holds. */
final class HeldReader {

  private List<Held.Threads> threads = new ArrayList<>();
  private List<Held.Sockets> sockets = new ArrayList<>();
  private List<Held.Pools> pools = new ArrayList<>();
  private @Nullable Held last;

  /** The last moment that was written to its end, or null. */
  @Nullable Held last() {
    return last;
  }

  void threads(ByteBuffer in, Map<Integer, ResourceType> types) {
    String name = LogReader.string(in);
    boolean daemon = in.getInt() != 0;
    long count = natural(in.getInt());
    List<ResourceType> owners = new ArrayList<>();
    for (int left = LogReader.count(in); left > 0; left--) {
      ResourceType type = types.get(in.getInt());
      if (type == null) {
        throw new IllegalArgumentException("type of threads");
      }
      owners.add(type);
    }
    threads.add(new Held.Threads(name, daemon, count, owners));
  }

  void sockets(ByteBuffer in) {
    String remote = LogReader.string(in);
    sockets.add(new Held.Sockets(remote, natural(in.getInt()), natural(in.getInt())));
  }

  void pools(ByteBuffer in) {
    int site = in.getInt();
    long asked = natural(in.getLong());
    long answered = natural(in.getLong());
    long leased = natural(in.getLong());
    long available = natural(in.getLong());
    long pending = natural(in.getLong());
    long exhausted = natural(in.getLong());
    pools.add(new Held.Pools(site, asked, answered, leased, available, pending, exhausted));
  }

  void complete(ByteBuffer in) {
    long at = in.getLong();
    Map<String, Long> totals = new LinkedHashMap<>();
    for (int left = LogReader.count(in); left > 0; left--) {
      totals.put(LogReader.string(in), natural(in.getLong()));
    }
    last = new Held(at, totals, threads, sockets, pools);
    threads = new ArrayList<>();
    sockets = new ArrayList<>();
    pools = new ArrayList<>();
  }

  private static long natural(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count);
    }
    return count;
  }
}
