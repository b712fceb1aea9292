package dev.ajar.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The permissions of every file that Ajar makes: its owner may read and write it, nobody else. */
public final class OwnerOnly {

  /** What to create a file with; nothing where the file system has no such permissions. */
  public static FileAttribute<?>[] attributes(Path path) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  private OwnerOnly() {}
}
