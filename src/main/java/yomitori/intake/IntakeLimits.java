package yomitori.intake;

/** The largest input that is taken in, so that any file ends within bounded time and memory. */
final class IntakeLimits {

  /**
   * Pixels of one page: A3 at 400 dpi is 4864 × 6616 = 32 million; a quarter more leaves room for
   * long feeds. Two pages in flight hold 80 MB of grey at most.
   */
  static final int MAX_PIXELS = 40_000_000;

  /**
   * Pixels across or down: the widest line of T.4 is 7296; no paper is longer than a few metres.
   */
  static final int MAX_SIDE = 40_000;

  /** Bytes of a file: a classic TIFF cannot address more. */
  static final long MAX_FILE_BYTES = 1L << 32;

  /** Pages of a file; a chain of directories longer than this is a loop or an attack. */
  static final int MAX_PAGES = 10_000;

  /** What is said of the pages after those. */
  static final String BEYOND_PAGES = "pages after the " + MAX_PAGES + "th; limit " + MAX_PAGES;

  /**
   * Coded bytes of one fax strip or tile. The largest page is 5 MB uncompressed and no fax code
   * makes a page of text larger than that; the worst checkerboard doubles or trebles it.
   */
  static final int MAX_FAX_BYTES = 16 << 20;

  /** Encoded bytes of one page: the largest at 16 bits RGBA uncompressed is 320 MB. */
  static final long MAX_PAGE_BYTES = 512L << 20;

  /** Encoded bytes of one JPEG picture or strip, which is held in memory while it is decoded. */
  static final int MAX_JPEG_BYTES = 64 << 20;

  private IntakeLimits() {}

  /** Refuses a page whose claimed size cannot be that of a fax page. */
  static void checkSize(long width, long height) throws UnreadableException {
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
      throw new UnreadableException(
          FailureReason.TOO_LARGE,
          width + " x " + height + " px; limit " + MAX_PIXELS + " px, " + MAX_SIDE + " px a side");
    }
    if (width < 1 || height < 1) {
      throw new UnreadableException(FailureReason.CORRUPT, width + " x " + height + " px");
    }
  }
}
