package yomitori.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Opens received files as pages. What a file is, its content tells, not its name: TIFF, PDF, PNG or
 * JPEG.
 *
 * <p>Never throws for what is on the disk: whatever the bytes are, each page ends as a {@link
 * IntakeOutcome}, within time and memory bounded by the limits of this room (pages of 40 million
 * pixels, files of 4 GB, 10,000 pages).
 */
public final class Intake {

  private static final int HEAD_BYTES = 1024;

  private Intake() {}

  /**
   * Opens a file.
   *
   * @param file the file
   * @param source how the file is named in the records
   * @return its pages; where the file as a whole fails, a document of one page that is a {@link
   *     IntakeOutcome.Failed} with page 0
   */
  public static FaxDocument open(Path file, String source) {
    try {
      return openKnown(file, source);
    } catch (UnreadableException e) {
      return new FailedDocument(e.outcome(source, 0));
    } catch (IOException | SecurityException e) {
      return new FailedDocument(
          new IntakeOutcome.Failed(source, 0, FailureReason.NOT_READABLE, reason(e)));
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "no such file" : "" + e.getMessage();
  }

  private static FaxDocument openKnown(Path path, String source)
      throws IOException, UnreadableException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UnreadableException(FailureReason.NOT_READABLE, "not a file");
    }
    FileBytes file = new FileBytes(path);
    FaxDocument document = null;
    try {
      document = openByContent(file, path, source);
      return document;
    } finally {
      if (document == null) {
        file.close();
      }
    }
  }

  private static FaxDocument openByContent(FileBytes file, Path path, String source)
      throws IOException, UnreadableException {
    if (file.size() == 0) {
      throw new UnreadableException(FailureReason.EMPTY_FILE, "0 bytes");
    }
    if (file.size() > IntakeLimits.MAX_FILE_BYTES) {
      throw new UnreadableException(
          FailureReason.TOO_LARGE,
          file.size() + " bytes; limit " + IntakeLimits.MAX_FILE_BYTES + " bytes");
    }
    byte[] head = file.read(0, HEAD_BYTES);
    if (TiffDirectory.matches(head)) {
      return TiffDocument.open(file, source);
    }
    if (TiffDirectory.matchesBig(head)) {
      throw new UnreadableException(FailureReason.UNSUPPORTED, "a BigTIFF; classic TIFF is read");
    }
    if (PngPicture.matches(head)) {
      return new PictureDocument(file, source, PictureDocument.Format.PNG);
    }
    if (PictureDocument.isJpeg(head)) {
      return new PictureDocument(file, source, PictureDocument.Format.JPEG);
    }
    if (PdfDocument.matches(head)) {
      return PdfDocument.open(file, path, source);
    }
    throw new UnreadableException(FailureReason.UNKNOWN_FORMAT, file.size() + " bytes");
  }
}
