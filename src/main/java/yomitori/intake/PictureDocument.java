package yomitori.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import yomitori.geometry.Resolution;

/**
 * A PNG or JPEG file: one page. JPEG is turned as its Exif orientation says, the way every viewer
 * shows it.
 */
final class PictureDocument implements FaxDocument {

  /** A picture format. */
  enum Format {
    PNG,
    JPEG
  }

  private final FileBytes file;
  private final String source;
  private final Format format;

  /** The document owns the file from here on. */
  PictureDocument(FileBytes file, String source, Format format) {
    this.file = file;
    this.source = source;
    this.format = format;
  }

  static boolean isJpeg(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xff
        && head[1] == (byte) 0xd8
        && head[2] == (byte) 0xff;
  }

  @Override
  public int pageCount() {
    return 1;
  }

  @Override
  public IntakeOutcome page(int number) {
    try {
      return format == Format.PNG ? png(number) : jpeg(number);
    } catch (UnreadableException e) {
      return e.outcome(source, number);
    } catch (IOException e) {
      return new IntakeOutcome.Failed(
          source, number, FailureReason.NOT_READABLE, String.valueOf(e.getMessage()));
    }
  }

  private IntakeOutcome png(int number) throws IOException, UnreadableException {
    PngPicture png = new PngPicture(file);
    return decoded(number, png.decode(), png.dpiX(), png.dpiY(), Turn.NONE);
  }

  private IntakeOutcome jpeg(int number) throws IOException, UnreadableException {
    if (file.size() > IntakeLimits.MAX_JPEG_BYTES) {
      throw new UnreadableException(
          FailureReason.TOO_LARGE,
          file.size() + " bytes; limit " + IntakeLimits.MAX_JPEG_BYTES + " bytes");
    }
    byte[] bytes = file.read(0, (int) file.size());
    JpegHeader header = JpegHeader.parse(bytes);
    double dpiX = header.density().map(Resolution::dpiX).orElse(0.0);
    double dpiY = header.density().map(Resolution::dpiY).orElse(0.0);
    Raster raster = JpegPicture.decode(bytes).raster();
    return decoded(number, raster, dpiX, dpiY, Turn.ofOrientation(header.orientation()));
  }

  private IntakeOutcome decoded(int number, Raster raster, double dpiX, double dpiY, Turn turn)
      throws IOException {
    Raster turned = turn.apply(raster);
    Resolution said =
        ResolutionRule.decide(raster.image().width(), raster.image().height(), dpiX, dpiY);
    String hash = new PageHash("picture").add(file, 0, file.size()).hex();
    return new IntakeOutcome.Decoded(
        new Page(source, number, hash, turned.image(), turn.apply(said), turned.damage()));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
