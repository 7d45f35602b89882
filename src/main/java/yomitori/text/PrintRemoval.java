package yomitori.text;

import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/**
 * Cuts a field out of a page and takes away what is not its writing: the blank's own rules, frames
 * and words, streaks of the fax line, specks, and what belongs to the neighbours.
 *
 * <p>The blank is laid over the crop in vertical strips, each with its own small shift, because the
 * registration leaves a few tenths of a millimetre. Print that lies just there is removed; what
 * remains of it, a fringe wholly inside a wider band around the print, is removed too, while a
 * stroke that leaves the band stays whole. Strokes cut by a rule are joined again.
 */
final class PrintRemoval {

  /** Density of the crops: about the 8.04 px/mm of a fax line, so nothing is lost or invented. */
  static final double PX_PER_MM = 8;

  /** How far beyond the field's area the crop reaches, to see rules and strokes whole. */
  private static final double MARGIN_MM = 1.5;

  /** So little ink is no writing, wherever it is: less than half of a thin 1. */
  private static final double BARE_MM2 = 0.2;

  /** Width of the band around the print in which leftovers of it lie. */
  private static final double BAND_MM = 0.4;

  /** Share of a piece that must lie in the band for it to be print. */
  private static final double PRINT_SHARE = 0.85;

  /** The largest speck: a few pixels of a fax. */
  private static final double SPECK_MM2 = 0.07;

  /** A piece beyond the field that is as large as this is part of a letter, not dirt. */
  private static final double WRITING_MM2 = 0.15;

  /** Share of a piece that must lie in the field for it to be the field's. */
  private static final double OWN_SHARE = 0.4;

  /** The same for a piece that runs out of the crop, of which more lies outside than is seen. */
  private static final double OWN_SHARE_AT_EDGE = 0.7;

  /** Ink on the page, after bilinear resampling of a one-bit picture. */
  private static final int PAGE_INK_BELOW = 128;

  private final GrayImage grey;
  private final Ink page;
  private final Ink blank;
  private final int margin;
  private final double speckMm2;

  private PrintRemoval(RegisteredPage registered, RectMm area, double speckMm2) {
    this.speckMm2 = speckMm2;
    RectMm crop = area.grow(MARGIN_MM);
    this.grey = registered.crop(crop, PX_PER_MM);
    this.page = pageInk(grey);
    this.blank = AlignedPrint.expected(registered, crop, PX_PER_MM);
    this.margin = (int) Math.round(MARGIN_MM * PX_PER_MM);
  }

  /** The writing in an area of the form. */
  static FieldPicture writing(RegisteredPage registered, RectMm area) {
    return new PrintRemoval(registered, area, SPECK_MM2).writing();
  }

  /** The same with its smallest pieces, of which some may be decimal points. */
  static FieldPicture writingWithPoints(RegisteredPage registered, RectMm area) {
    return new PrintRemoval(registered, area, 0).writing();
  }

  /** The ink of a crop of the page. */
  static Ink pageInk(GrayImage crop) {
    return Ink.darkerThan(crop, PAGE_INK_BELOW);
  }

  private FieldPicture writing() {
    if (bare()) {
      Ink none = new Ink(page.width(), page.height());
      GrayImage white = GrayImage.white(page.width(), page.height());
      return new FieldPicture(white, white, none, PX_PER_MM, margin, 0);
    }
    Ink print = AlignedPrint.of(page, blank, PX_PER_MM);
    int band = (int) Math.round(BAND_MM * PX_PER_MM);
    Ink tight = print.grown(1, 1);
    Ink loose = print.grown(band, band);
    Ink ink = page.copy();
    Streaks.remove(ink, loose, PX_PER_MM);
    Ink before = ink.copy();
    ink.remove(tight);
    RuleRemains.removeFringes(ink, loose, PX_PER_MM);
    for (Ink.Blob blob : ink.blobs()) {
      if (loose.shareOf(blob) >= PRINT_SHARE) {
        ink.clear(blob);
      }
    }
    RuleRemains.joinOverGaps(ink, before, tight, PX_PER_MM);
    double outside = removeForeign(ink) / (PX_PER_MM * PX_PER_MM);
    Ink speckled = ink.copy();
    removeSpecks(ink);
    return new FieldPicture(masked(ink), masked(speckled), ink, PX_PER_MM, margin, outside);
  }

  /** Whether hardly any ink lies farther from where print is expected than print can lie. */
  private boolean bare() {
    int reach = (int) Math.round(AlignedPrint.SEARCH_MM * PX_PER_MM) + 1;
    Ink beside = page.copy();
    beside.remove(blank.grown(reach, reach));
    return beside.count() < BARE_MM2 * PX_PER_MM * PX_PER_MM;
  }

  /**
   * Takes away pieces that lie mostly beyond the field.
   *
   * @return how much writing is seen around the field that may belong to it, px: pieces taken away,
   *     and what lies beyond the field of pieces that run out of the crop
   */
  private int removeForeign(Ink ink) {
    int outside = 0;
    for (Ink.Blob blob : ink.blobs()) {
      int own = 0;
      for (int p : blob.pixels()) {
        int x = p % ink.width();
        int y = p / ink.width();
        if (x >= margin && y >= margin && x < ink.width() - margin && y < ink.height() - margin) {
          own++;
        }
      }
      if (own < ownShare(ink, blob) * blob.area()) {
        outside += blob.area() >= WRITING_MM2 * PX_PER_MM * PX_PER_MM ? blob.area() : 0;
        ink.clear(blob);
      } else if (atEdge(ink, blob)) {
        outside += blob.area() - own;
      }
    }
    return outside;
  }

  private void removeSpecks(Ink ink) {
    for (Ink.Blob blob : ink.blobs()) {
      if (blob.area() <= speckMm2 * PX_PER_MM * PX_PER_MM) {
        ink.clear(blob);
      }
    }
  }

  private static double ownShare(Ink ink, Ink.Blob blob) {
    return atEdge(ink, blob) ? OWN_SHARE_AT_EDGE : OWN_SHARE;
  }

  private static boolean atEdge(Ink ink, Ink.Blob blob) {
    return blob.x0() == 0
        || blob.y0() == 0
        || blob.x1() == ink.width()
        || blob.y1() == ink.height();
  }

  /** The crop's grey values at the writing and one pixel around it, white elsewhere. */
  private GrayImage masked(Ink ink) {
    Ink kept = ink.grown(1, 1);
    GrayImage out = GrayImage.white(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        if (ink.at(x, y) || (kept.at(x, y) && !page.at(x, y))) {
          out.set(x, y, grey.get(x, y));
        }
      }
    }
    return out;
  }
}
