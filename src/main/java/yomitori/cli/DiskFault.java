package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** What a file system said, in the words of the person who has to mend it. */
final class DiskFault {

  /** What reading a folder as a file is answered with, on Linux and macOS. */
  static final String IS_FOLDER = "Is a directory";

  private DiskFault() {}

  /** What is wrong, for a sentence that names the file already. */
  static String what(IOException e, Messages messages) {
    return key(e).map(messages::text).orElseGet(() -> systemsWords(e));
  }

  /** What is wrong, and with which file where that is known. */
  static String said(IOException e, Messages messages) {
    String what = what(e, messages);
    String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    return file.isEmpty() || what.contains(file) ? what : file + ": " + what;
  }

  /**
   * The same for a sentence that names one file already.
   *
   * @param named is not named again
   */
  static String said(IOException e, Path named, Messages messages) {
    boolean same = e instanceof FileSystemException f && named.toString().equals(f.getFile());
    return same ? what(e, messages) : said(e, messages);
  }

  /** The same for what was met inside a loop over files. */
  static String said(UncheckedIOException e, Messages messages) {
    return said(e.getCause(), messages);
  }

  private static Optional<String> key(IOException e) {
    if (e instanceof AccessDeniedException) {
      return Optional.of("disk.denied");
    } else if (e instanceof NoSuchFileException) {
      return Optional.of("disk.none");
    } else if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return Optional.of("disk.file");
    } else if (e instanceof FileSystemLoopException) {
      return Optional.of("disk.loop");
    } else if (e instanceof CharacterCodingException) {
      return Optional.of("disk.characters");
    } else if (IS_FOLDER.equals(systemsWords(e))) {
      return Optional.of("disk.folder");
    }
    return Optional.empty();
  }

  /** "No space left on device" and the like need no words of ours. */
  private static String systemsWords(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null || reason.isBlank() ? e.toString() : reason;
  }
}
