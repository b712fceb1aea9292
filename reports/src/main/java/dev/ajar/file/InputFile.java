package dev.ajar.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A small file that somebody named, and that may be anything. */
public final class InputFile {

  /**
   * Its bytes.
   *
   * @param most how many MiB it may have
   * @throws IOException if it cannot be read, is larger, or is not to be trusted, see {@link
   *     Trust}; the message is the reason alone
   */
  public static byte[] read(String name, int most) throws IOException {
    try {
      return content(Path.of(name), most);
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (InvalidPathException e) {
      throw new IOException("its name is not a path here", e);
    } catch (FileSystemException e) {
      throw new IOException(e.getReason() != null ? e.getReason() : e.toString(), e);
    } catch (SecurityException e) {
      throw new IOException("the security manager forbids it", e);
    }
  }

  private static byte[] content(Path path, int most) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new IOException("it is a directory");
    }
    if (!attributes.isRegularFile()) { // to open a pipe that nobody writes to never returns
      throw new IOException("it is not a regular file");
    }
    String doubt = Trust.doubt(path);
    if (doubt != null) {
      throw new IOException(doubt);
    }
    int bytes = most << 20;
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(bytes + 1);
      if (content.length > bytes) {
        throw new IOException("it is larger than " + most + " MiB");
      }
      return content;
    }
  }

  private InputFile() {}
}
