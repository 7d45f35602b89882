package yomitori.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;
import yomitori.text.TextReading.Candidate;

/** Cuts a number without boxes into its digits and points. */
final class NumberPieces {

  /** Pieces that share this much of the narrower one's width are one digit: the bar of a 5. */
  private static final double SAME_DIGIT = 0.5;

  /** A point is no larger than this, to the highest piece. */
  private static final double POINT = 0.36;

  /** A smaller piece is a speck; between digits it may still be a faint point. */
  private static final double POINT_MM2 = 0.08;

  private static final double PERHAPS_MM2 = 0.03;

  private static final double SCORE_LEFT_BY_SPECK = 0.7;

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

  /** The number and the product of its digits' probabilities; 0 where a piece is no digit. */
  static Candidate read(RegisteredPage page, RectMm area, FieldPicture picture, DigitModel model) {
    return new NumberPieces(page, area, picture, model).read();
  }

  private Candidate read() {
    double density = picture.pxPerMm();
    List<Piece> pieces = grouped();
    int highest = pieces.stream().mapToInt(Piece::height).max().orElse(0);
    StringBuilder text = new StringBuilder();
    double score = 1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (Math.max(piece.width(), piece.height()) < POINT * highest) {
        boolean low = (piece.y0 + piece.y1) / 2.0 > middle(pieces, highest);
        boolean within = !text.isEmpty() && i + 1 < pieces.size();
        if (low && within && piece.ink.count() >= POINT_MM2 * density * density) {
          text.append(piece.height() > COMMA * piece.width() ? ',' : '.');
        } else if (low && within && piece.ink.count() >= PERHAPS_MM2 * density * density) {
          score *= SCORE_LEFT_BY_SPECK;
        }
        continue;
      }
      Candidate digit = digit(piece, highest);
      if (piece.width() > TWO_DIGITS * piece.height()) {
        Candidate two = split(piece, highest);
        digit = two.score() > digit.score() ? two : digit;
      }
      text.append(digit.text());
      score *= digit.score();
    }
    return new Candidate(text.toString(), text.isEmpty() ? 0 : score);
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

  private Candidate digit(Piece piece, int highest) {
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
    DigitReading reading = model.read(List.of(patch)).get(0);
    int digit = reading.likeliest();
    return new Candidate(String.valueOf(digit), reading.digits().get(digit));
  }

  /** Two digits, cut in the middle third where the ink is thinnest. */
  private Candidate split(Piece piece, int highest) {
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
    Candidate first = digit(bounded(before), highest);
    Candidate second = digit(bounded(after), highest);
    return new Candidate(first.text() + second.text(), first.score() * second.score());
  }
}
