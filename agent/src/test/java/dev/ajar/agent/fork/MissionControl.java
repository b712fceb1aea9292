package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Recordings as JDK Mission Control reads them, by its own library. */
public final class MissionControl {

  /** The events of a type: what each shows in each column, by the columns' titles. */
  public static List<Map<String, String>> events(Path recording, String type) {
    List<Map<String, String>> events = new ArrayList<>();
    try {
      for (IItemIterable items : JfrLoaderToolkit.loadEvents(recording.toFile())) {
        if (items.getType().getIdentifier().equals(type)) {
          items.forEach(item -> events.add(columns(items.getType(), item)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CouldNotLoadRecordingException e) {
      throw new AssertionError(e);
    }
    return events;
  }

  private static Map<String, String> columns(IType<IItem> type, IItem event) {
    Map<String, String> columns = new TreeMap<>();
    type.getAccessorKeys()
        .forEach(
            (key, column) -> {
              Object value = type.getAccessor(key).getMember(event);
              if (value instanceof IDisplayable shown) {
                columns.put(column.getName(), shown.displayUsing(IDisplayable.AUTO));
              } else if (value != null) {
                columns.put(column.getName(), value.toString());
              }
            });
    return columns;
  }

  private MissionControl() {}
}
