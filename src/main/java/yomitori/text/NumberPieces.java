package yomitori.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/** Cuts a number without boxes into its digits and points. */
final class NumberPieces {

  /** Pieces that share this much of the narrower one's width are one digit: the bar of a 5. */
  private static final double SAME_DIGIT = 0.5;

  /** A point is no larger than this, to the highest piece. */
  private static final double POINT = 0.36;

  /** A smaller piece is a speck; between digits it may still be a faint point. */
  private static final double POINT_MM2 = 0.08;

  private static final double PERHAPS_MM2 = 0.03;

  /** A small piece that is no point, but as large as this, may mean something. */
  private static final double STRAY_MM2 = 0.15;

  /** How far before the first digit a point is, at most, to the height of the highest piece. */
  private static final double LEADING_POINT = 0.7;

  /** More signs are no number. */
  private static final int MOST_SIGNS = 20;

  private static final DigitReading NO_DIGIT =
      new DigitReading(Collections.nCopies(DigitReading.DIGITS, 0.0), 0, 0, 0);

  /** A mark this much higher than wide is a comma. */
  private static final double COMMA = 1.6;

  /** A wider piece, to its height, may be two digits that touch. */
  private static final double TWO_DIGITS = 1.1;

  /** How wide a digit's cell is, to the height of the highest piece. */
  private static final double PITCH = 0.85;

  private static final double AROUND_MM = 0.6;

  private final RegisteredPage page;
  private final RectMm area;
  private final FieldPicture picture;
  private final DigitModel model;

  private NumberPieces(RegisteredPage page, RectMm area, FieldPicture picture, DigitModel model) {
    this.page = page;
    this.area = area;
    this.picture = picture;
    this.model = model;
  }

  /** A piece of the number: its bounds in px, x1 and y1 not included, and its ink. */
  private record Piece(int x0, int y0, int x1, int y1, Ink ink) {

    int width() {
      return x1 - x0;
    }

    int height() {
      return y1 - y0;
    }
  }

  /** The signs from left to right; specks that stand where no point does are left out. */
  static List<NumberSign> read(
      RegisteredPage page, RectMm area, FieldPicture picture, DigitModel model) {
    return new NumberPieces(page, area, picture, model).read();
  }

  private List<NumberSign> read() {
    List<Piece> pieces = grouped();
    int highest = pieces.stream().mapToInt(Piece::height).max().orElse(0);
    List<NumberSign> signs = new ArrayList<>();
    for (int i = 0; i < pieces.size() && signs.size() <= MOST_SIGNS; i++) {
      Piece piece = pieces.get(i);
      if (Math.max(piece.width(), piece.height()) < POINT * highest) {
        boolean low = (piece.y0 + piece.y1) / 2.0 > middle(pieces, highest);
        if (low && i + 1 < pieces.size() && (i > 0 || joins(piece, pieces.get(1), highest))) {
          point(piece).ifPresent(signs::add);
        } else if (!low && area(piece) >= STRAY_MM2) {
          signs.add(new NumberSign(NumberSign.Kind.STRAY, NO_DIGIT));
        }
      } else {
        signs.addAll(digits(piece, highest));
      }
    }
    return signs;
  }

  /** Whether a point stands as near before a digit as in .5; dirt is anywhere. */
  private static boolean joins(Piece point, Piece digit, int highest) {
    return digit.x0 - point.x1 < LEADING_POINT * highest;
  }

  private double area(Piece piece) {
    return piece.ink.count() / (picture.pxPerMm() * picture.pxPerMm());
  }

  private Optional<NumberSign> point(Piece piece) {
    double mm2 = area(piece);
    if (mm2 < PERHAPS_MM2) {
      return Optional.empty();
    }
    NumberSign.Kind kind =
        mm2 < POINT_MM2
            ? NumberSign.Kind.PERHAPS_POINT
            : piece.height() > COMMA * piece.width()
                ? NumberSign.Kind.COMMA
                : NumberSign.Kind.POINT;
    return Optional.of(new NumberSign(kind, NO_DIGIT));
  }

  /** One digit, or two that touch. */
  private List<NumberSign> digits(Piece piece, int highest) {
    NumberSign one = digit(piece, highest);
    if (piece.width() <= TWO_DIGITS * piece.height()) {
      return List.of(one);
    }
    List<NumberSign> two = split(piece, highest);
    return two.get(0).digit() * two.get(1).digit() > one.digit() ? two : List.of(one);
  }

  private static double middle(List<Piece> pieces, int highest) {
    return pieces.stream()
        .filter(p -> p.height() >= POINT * highest)
        .mapToDouble(p -> (p.y0 + p.y1) / 2.0)
        .average()
        .orElse(0);
  }

  /** The pieces of ink from left to right, what stands above one another put together. */
  private List<Piece> grouped() {
    List<Ink.Blob> blobs =
        picture.ink().blobs().stream().sorted(Comparator.comparingInt(Ink.Blob::x0)).toList();
    List<List<Ink.Blob>> groups = new ArrayList<>();
    for (Ink.Blob blob : blobs) {
      List<Ink.Blob> home = groups.stream().filter(g -> overlap(g, blob)).findFirst().orElse(null);
      if (home == null) {
        home = new ArrayList<>();
        groups.add(home);
      }
      home.add(blob);
    }
    return groups.stream().map(this::piece).toList();
  }

  private static boolean overlap(List<Ink.Blob> group, Ink.Blob blob) {
    int x0 = group.stream().mapToInt(Ink.Blob::x0).min().orElseThrow();
    int x1 = group.stream().mapToInt(Ink.Blob::x1).max().orElseThrow();
    int shared = Math.min(x1, blob.x1()) - Math.max(x0, blob.x0());
    return shared >= SAME_DIGIT * Math.min(x1 - x0, blob.width());
  }

  private Piece piece(List<Ink.Blob> blobs) {
    Ink ink = new Ink(picture.ink().width(), picture.ink().height());
    for (Ink.Blob blob : blobs) {
      for (int p : blob.pixels()) {
        ink.set(p % ink.width(), p / ink.width(), true);
      }
    }
    return bounded(ink);
  }

  private static Piece bounded(Ink ink) {
    List<Ink.Blob> blobs = ink.blobs();
    return new Piece(
        blobs.stream().mapToInt(Ink.Blob::x0).min().orElse(0),
        blobs.stream().mapToInt(Ink.Blob::y0).min().orElse(0),
        blobs.stream().mapToInt(Ink.Blob::x1).max().orElse(0),
        blobs.stream().mapToInt(Ink.Blob::y1).max().orElse(0),
        ink);
  }

  private NumberSign digit(Piece piece, int highest) {
    double density = picture.pxPerMm();
    double left = area.x() - picture.marginPx() / density;
    double top = area.y() - picture.marginPx() / density;
    double width = Math.max(piece.width(), PITCH * highest) / density + 2 * AROUND_MM;
    double height = Math.max(piece.height(), highest) / density + 2 * AROUND_MM;
    double x = left + (piece.x0 + piece.x1) / 2.0 / density - width / 2;
    double y = top + (piece.y0 + piece.y1) / 2.0 / density - height / 2;
    DigitPatch patch =
        DigitPatch.of(
            CellRaster.stretched(
                page.crop(new RectMm(x, y, width, height), PrintRemoval.PX_PER_MM)),
            picture.grey(),
            piece.ink());
    return new NumberSign(NumberSign.Kind.FULL, model.readUnturned(patch));
  }

  /** Two digits, cut in the middle third where the ink is thinnest. */
  private List<NumberSign> split(Piece piece, int highest) {
    int[] columns = new int[piece.ink.width()];
    for (int x = piece.x0; x < piece.x1; x++) {
      for (int y = piece.y0; y < piece.y1; y++) {
        columns[x] += piece.ink.at(x, y) ? 1 : 0;
      }
    }
    int cut = (piece.x0 + piece.x1) / 2;
    for (int x = piece.x0 + piece.width() / 3; x < piece.x1 - piece.width() / 3; x++) {
      cut = columns[x] < columns[cut] ? x : cut;
    }
    Ink before = piece.ink.copy();
    Ink after = piece.ink.copy();
    for (int y = piece.y0; y < piece.y1; y++) {
      for (int x = piece.x0; x < piece.x1; x++) {
        (x < cut ? after : before).set(x, y, false);
      }
    }
    return List.of(digit(bounded(before), highest), digit(bounded(after), highest));
  }
}
