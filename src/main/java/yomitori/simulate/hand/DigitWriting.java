package yomitori.simulate.hand;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/**
 * Writes digits into combs and onto the lines of amounts. Shares are assumptions about everyday
 * forms.
 */
final class DigitWriting {

  /** How often a comb's digits are all larger than its cells have room for. */
  private static final double LARGE_SHARE = 0.06;

  /** How often one digit lands far from the middle of its cell. */
  private static final double ASTRAY_SHARE = 0.02;

  /** How often two digits of a comb stand half in the same cell. */
  private static final double CROWDED_SHARE = 0.015;

  /** How often one digit of a comb is crossed out and written again. */
  private static final double CORRECTED_SHARE = 0.03;

  /** How often the unit that is printed behind an amount is written again. */
  private static final double UNIT_SHARE = 0.12;

  /** How often an amount has 約 (about) before it. */
  private static final double ABOUT_SHARE = 0.1;

  /** Ink this far into a cell's frame or beyond it touches the frame, mm. */
  private static final double FRAME_MM = 0.3;

  /** Height of digits in amounts where there is room, mm. */
  private static final double AMOUNT_MM = 5.2;

  /** Size of type in amounts where there is room, mm. */
  private static final double TYPE_MM = 5.6;

  /** From one digit of an amount to the next, in their heights. */
  private static final double PITCH = 0.72;

  private final Letters letters;
  private final Carelessness carelessness;
  private final Chance chance;
  private final Set<String> tags = new TreeSet<>();

  DigitWriting(Letters letters, Carelessness carelessness) {
    this.letters = letters;
    this.carelessness = carelessness;
    this.chance = letters.chance();
  }

  /** Fills the cells of a comb; returns the tags of what was done. */
  List<String> comb(String digits, CombField field) {
    List<RectMm> cells = field.cells();
    int count = Math.min(digits.length(), cells.size());
    boolean typed = letters.typed();
    double jitter = letters.writer().jitter();
    double share = typed ? 0.62 : chance.between(0.58, 0.8) * (0.6 + 0.4 * letters.writer().size());
    if (!typed && carelessness.strikes(LARGE_SHARE, chance)) {
      share = chance.between(0.95, 1.15);
    }
    double driftX = 0.05 * jitter * chance.gauss();
    double driftY = 0.05 * jitter * chance.gauss();
    int crowded = !typed && carelessness.strikes(CROWDED_SHARE, chance) ? chance.below(count) : -1;
    int wrong = !typed && carelessness.strikes(CORRECTED_SHARE, chance) ? chance.below(count) : -1;
    RectMm before = null;
    for (int i = 0; i < count; i++) {
      RectMm cell = cells.get(i);
      double x = cell.centre().x() + cell.w() * (driftX + 0.05 * jitter * chance.gauss());
      double y = cell.centre().y() + cell.h() * (driftY + 0.05 * jitter * chance.gauss());
      if (!typed && carelessness.strikes(ASTRAY_SHARE, chance)) {
        x += cell.w() * chance.between(-0.35, 0.35);
        y += cell.h() * chance.between(-0.35, 0.35);
      }
      if (i == crowded && i > 0) {
        x -= cell.w() * chance.between(0.4, 0.6);
        tags.add("digits_crowded");
      }
      double height = Math.min(cell.h(), 1.4 * cell.w()) * share * (1 + 0.05 * chance.gauss());
      RectMm ink =
          i == wrong
              ? corrected(digits.charAt(i), cell, x, y, height)
              : letters.digit(digits.charAt(i), x, y, height);
      notice(ink, cell, before);
      before = ink;
    }
    return List.copyOf(tags);
  }

  private void notice(RectMm ink, RectMm cell, RectMm before) {
    if (!cell.grow(-FRAME_MM).contains(ink)) {
      tags.add("digit_on_frame");
    }
    if ((before != null && before.right() > ink.x()) || !cell.grow(1).contains(ink)) {
      tags.add("touches_neighbour");
    }
  }

  /** Another digit, crossed out, and the right one above it or small beside it. */
  private RectMm corrected(char digit, RectMm cell, double x, double y, double height) {
    tags.add("digit_corrected");
    char other = (char) ('0' + (digit - '0' + 1 + chance.below(9)) % 10);
    boolean above = chance.happens(0.6);
    RectMm old =
        letters.digit(other, x - (above ? 0 : 0.2 * cell.w()), y, above ? height : height * 0.8);
    int lines = 1 + chance.below(2);
    for (int i = 0; i < lines; i++) {
      double tilt = height * chance.between(-0.15, 0.15);
      double level = old.y() + old.h() * (i + 1) / (lines + 1);
      letters.stroke(
          new Stroke(false).to(old.x() - 0.5, level + tilt).to(old.right() + 0.6, level - tilt));
    }
    return above
        ? letters.digit(digit, x, cell.y() - 0.36 * height, height * 0.72)
        : letters.digit(digit, old.right() + 0.25 * cell.w(), y - 0.1 * height, height * 0.6);
  }

  /** Writes an amount with its right end towards its unit; returns the tags of what was done. */
  List<String> amount(String amount, AmountField field) {
    RectMm area = field.area();
    boolean about = carelessness.strikes(ABOUT_SHARE, chance);
    boolean unit = carelessness.strikes(UNIT_SHARE, chance);
    boolean typed = letters.typed();
    double largest =
        typed ? Math.min(TYPE_MM, area.h() * 0.78) : Math.min(AMOUNT_MM, area.h() * 0.66);
    double size = largest * letters.writer().size();
    String shown = amount;
    if (amount.startsWith("0.") && chance.happens(0.3)) {
      shown = amount.substring(1);
    }
    double digits = typed ? letters.width(shown, size) : width(shown, size);
    double whole = digits + (about ? size : 0) + (unit ? letters.width(field.unit(), size) : 0);
    size *= Math.min(1, area.w() * 0.94 / whole);
    double spare = Math.max(0, area.w() - whole);
    double x = area.x() + spare * chance.between(0.25, 0.85);
    double foot = area.bottom() - size * (typed ? 0.18 : chance.between(0.12, 0.3));
    if (about) {
      tags.add("about_written");
      x += letters.letter('約', x, foot, size * 0.9);
    }
    x = number(shown, x, foot, size);
    if (unit) {
      tags.add("unit_written_again");
      for (int i = 0; i < field.unit().length(); i++) {
        x += letters.letter(field.unit().charAt(i), x, foot, size * 0.85);
      }
    }
    if (shown.contains(".")) {
      tags.add("decimal_point");
    }
    return List.copyOf(tags);
  }

  private static double width(String amount, double size) {
    return amount.chars().mapToDouble(c -> c == '.' ? 0.35 : PITCH).sum() * size;
  }

  private double number(String amount, double from, double foot, double size) {
    double jitter = letters.writer().jitter();
    double x = from;
    for (int i = 0; i < amount.length(); i++) {
      char letter = amount.charAt(i);
      if (letters.typed()) {
        x += letters.letter(letter, x, foot, size);
        continue;
      }
      if (letter == '.') {
        double dot = x + 0.1 * size;
        letters.stroke(new Stroke(true).to(dot, foot).to(dot + 0.12, foot + 0.1));
        x += 0.35 * size;
      } else {
        double middle = foot - size * (0.5 + 0.04 * jitter * chance.gauss());
        letters.digit(
            letter, x + PITCH / 2 * size, middle, size * (1 + 0.05 * jitter * chance.gauss()));
        x += PITCH * size * (1 + 0.06 * jitter * chance.gauss());
      }
    }
    return x;
  }
}
