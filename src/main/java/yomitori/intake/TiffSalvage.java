package yomitori.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * The first page of a TIFF that was cut off before its directory. Most writers put the coded rows
 * at byte 8 and the directory behind them, so the rows that arrived are there, but nothing says how
 * they are coded. Every fax coding is tried at the common widths, and the one with the most good
 * rows is believed if those make a picture.
 *
 * <p>Whether more pages followed cannot be told: they are one failed page.
 */
final class TiffSalvage implements FaxDocument {

  private static final int HEADER_BYTES = 8;

  /** T.4 line widths at 204 dpi (A4, B4, A3), 300 and 408 dpi (A4), the likeliest first. */
  private static final int[] WIDTHS = {1728, 2048, 2432, 2592, 3456};

  private static final List<FaxCoding> CODINGS =
      List.of(FaxCoding.MMR, FaxCoding.MR, FaxCoding.MH, FaxCoding.MH_ALIGNED);

  /** Bytes on which the codings are compared: the better part of a page of text. */
  private static final int PROBE_BYTES = 1 << 16;

  /** Bytes that are decoded: four times a dense A3 page at 400 dpi. */
  private static final int MOST_BYTES = 4 << 20;

  /** Good rows below which what came cannot be told from chance: 13 mm of a fine fax. */
  private static final int MIN_GOOD_ROWS = 100;

  /** Rows below which an end code ends a strip and not the page: A4 at 98 lines/inch, trimmed. */
  private static final int MIN_WHOLE_ROWS = 1000;

  /** Rows with ink, and ink among all pixels, that make a picture of what was decoded. */
  private static final int MIN_INKED_ROWS = 20;

  private static final double MAX_INK = 0.4;

  /** Height over width of A4, the sheet that is assumed. */
  private static final double A4_SHAPE = 297.0 / 215;

  private static final double FINE_TO_ACROSS = 195.6 / 204.1;

  private final FileBytes file;
  private final List<IntakeOutcome> pages;

  private TiffSalvage(FileBytes file, List<IntakeOutcome> pages) {
    this.file = file;
    this.pages = pages;
  }

  /** Decodes the rows behind the header; the document owns the file from here on. */
  static TiffSalvage open(FileBytes file, String source) throws IOException, UnreadableException {
    long directory = TiffDirectory.firstOffset(file.read(0, HEADER_BYTES));
    long stop = directory > HEADER_BYTES ? Math.min(directory, file.size()) : file.size();
    byte[] data = file.read(HEADER_BYTES, (int) Math.min(stop - HEADER_BYTES, MOST_BYTES));
    Page page = page(data, source);
    return new TiffSalvage(
        file,
        List.of(
            new IntakeOutcome.Decoded(page),
            new IntakeOutcome.Failed(
                source,
                2,
                FailureReason.CORRUPT,
                "the file is cut off; pages after the first, if there were any, are lost")));
  }

  private record Guess(FaxVariant variant, int width, int good) {}

  private static Page page(byte[] data, String source) throws UnreadableException {
    Guess guess = guess(data);
    int width = guess.width();
    int height = (int) Math.round(width * A4_SHAPE * FINE_TO_ACROSS);
    FaxAssembly assembly = new FaxAssembly(width, height);
    FaxDecoder.Rows rows =
        guess
            .variant()
            .decoder(data, width)
            .decode(
                guess.variant().coding(),
                0,
                IntakeLimits.MAX_PIXELS / width,
                assembly.target(),
                0,
                0);
    if (rows.good() < MIN_GOOD_ROWS
        || rows.bad().cardinality() > FaxVariant.DOUBTFUL * rows.rows()) {
      throw unreadable();
    }
    assembly.add(rows, 0);
    Raster raster = assembly.finish(rows.ended() && rows.rows() >= MIN_WHOLE_ROWS);
    InkShare.settle(raster, false);
    if (!isPicture(raster)) {
      throw unreadable();
    }
    Page.RowDamage damage = raster.damage();
    Page.RowDamage noted =
        new Page.RowDamage(damage.bad(), Math.max(1, damage.badCount()), damage.missingFrom());
    Resolution resolution = ResolutionRule.decide(width, raster.image().height(), 0, 0);
    String hash = new PageHash("tiff cut " + width + " " + guess.variant()).add(data).hex();
    return new Page(source, 1, hash, raster.image(), resolution, noted);
  }

  private static Guess guess(byte[] data) {
    byte[] probe = data.length > PROBE_BYTES ? Arrays.copyOf(data, PROBE_BYTES) : data;
    List<Guess> guesses = new ArrayList<>();
    for (int width : WIDTHS) {
      for (boolean reversed : new boolean[] {false, true}) {
        FaxDecoder decoder = new FaxVariant(FaxCoding.MMR, reversed).decoder(probe, width);
        for (FaxCoding coding : CODINGS) {
          int good = decoder.measure(coding, 0, IntakeLimits.MAX_PIXELS / width).good();
          guesses.add(new Guess(new FaxVariant(coding, reversed), width, good));
        }
      }
    }
    Guess best = guesses.get(0);
    for (Guess guess : guesses) {
      best = guess.good() > best.good() ? guess : best;
    }
    return best;
  }

  private static boolean isPicture(Raster raster) {
    GrayImage image = raster.image();
    byte[] pixels = image.pixels();
    int came = raster.damage().missingFrom();
    long ink = 0;
    int inkedRows = 0;
    for (int y = 0; y < came; y++) {
      int before = (int) ink;
      for (int x = 0; x < image.width(); x++) {
        ink += pixels[y * image.width() + x] == 0 ? 1 : 0;
      }
      inkedRows += ink > before ? 1 : 0;
    }
    return inkedRows >= MIN_INKED_ROWS && ink <= MAX_INK * came * image.width();
  }

  private static UnreadableException unreadable() {
    return new UnreadableException(
        FailureReason.CORRUPT, "the file is cut off before its directory");
  }

  @Override
  public int pageCount() {
    return pages.size();
  }

  @Override
  public IntakeOutcome page(int number) {
    return pages.get(number - 1);
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
