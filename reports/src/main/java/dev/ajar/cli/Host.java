package dev.ajar.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a process runs, in the words of a ledger.
 *
 * @param name of the host
 * @param boot a number that each start of a kernel gives itself, or null where there is none
 * @param pidNamespace in which its id holds, or null where there are no namespaces
 */
record Host(@Nullable String name, @Nullable String boot, @Nullable String pidNamespace) {

  /** Where this process runs. */
  static final Host HERE = new Host(findName(), findBoot(), findNamespace());

  private static @Nullable String findName() {
    String name = content("/proc/sys/kernel/hostname");
    if (name != null) {
      return name;
    }
    try {
      String variable = System.getenv("HOSTNAME");
      return variable != null ? variable : InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static @Nullable String findBoot() {
    return content("/proc/sys/kernel/random/boot_id");
  }

  private static @Nullable String findNamespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
