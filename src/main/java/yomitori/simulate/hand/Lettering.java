package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.TextField;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/**
 * Writes words onto the lines of text fields. Shares are assumptions about everyday forms.
 *
 * @param letters whose hand it is
 * @param carelessness how often it goes astray
 */
record Lettering(Letters letters, Carelessness carelessness) {

  /** Height of Japanese letters on a ruled line where there is room, mm. */
  private static final double LARGEST_MM = 5.6;

  /** Letters smaller than this are not written: the words go on below or over the edge. */
  private static final double SMALLEST_MM = 2.3;

  /** A line's share that letters take. */
  private static final double LINE_SHARE = 0.78;

  /** Where the baseline lies above the foot of a line, in letters' heights. */
  private static final double FOOT = 0.18;

  /** A field's share that words take across. */
  private static final double ROOM = 0.94;

  /** How often words stray, each way of doing so as likely. */
  private static final double STRAY_SHARE = 0.12;

  /** Ways in which writing leaves its place. */
  private enum Way {
    /** Letters stand low, across the ruled line. */
    OVER_THE_LINE,
    /** Letters stand half above the field, or run past its end. */
    IN_THE_MARGIN,
    /** Letters larger than the field. */
    TOO_LARGE,
    /** Two rows where there is one line. */
    TWO_LINES,
    /** The first letter stands left of the field, on what is printed there. */
    STARTS_LEFT
  }

  /** Writes a field's words; returns the tags of what was done. */
  List<String> write(String words, TextField field) {
    Chance chance = letters.chance();
    boolean stray = !letters.typed() && carelessness.strikes(STRAY_SHARE, chance);
    if (!stray) {
      rows(words, field.area(), field.lines(), letters.writer().size(), 0);
      return List.of();
    }
    Way way = chance.pick(List.of(Way.values()));
    stray(way, words, field);
    return List.of(way.name().toLowerCase(java.util.Locale.ROOT));
  }

  private void stray(Way way, String words, TextField field) {
    Chance chance = letters.chance();
    RectMm area = field.area();
    double size = letters.writer().size();
    switch (way) {
      case OVER_THE_LINE ->
          rows(
              words,
              area.shift(0, area.h() / field.lines() * chance.between(0.2, 0.4)),
              field.lines(),
              size,
              0);
      case IN_THE_MARGIN -> {
        boolean above = chance.happens(0.5);
        RectMm place =
            above
                ? area.shift(0, -area.h() / field.lines() * chance.between(0.35, 0.6))
                : new RectMm(area.x() + area.w() * 0.45, area.y(), area.w() * 0.75, area.h());
        rows(words, place, field.lines(), size, 0);
      }
      case TOO_LARGE -> {
        double larger = chance.between(1.35, 1.8);
        RectMm wide = new RectMm(area.x(), area.y(), area.w() * 1.15, area.h() * 1.15);
        rows(words, wide, field.lines(), size * larger, 0);
      }
      case TWO_LINES -> rows(words, area, field.lines(), size, field.lines() + 1);
      case STARTS_LEFT -> {
        double left = Math.min(area.x() - 2, chance.between(3, 12));
        rows(
            words,
            new RectMm(area.x() - left, area.y(), area.w(), area.h()),
            field.lines(),
            size,
            0);
      }
    }
  }

  /**
   * Writes as large as fits.
   *
   * @param atLeast rows that the words are broken into even where they would fit on fewer
   */
  private void rows(String words, RectMm area, int lines, double scale, int atLeast) {
    double size = Math.min(LARGEST_MM * Math.max(1, scale), area.h() / lines * LINE_SHARE * scale);
    double room = area.w() * ROOM;
    if (atLeast > 1) {
      size = Math.max(SMALLEST_MM, Math.min(size, area.h() / atLeast));
      room = Math.min(room, letters.width(words, size) * 1.15 / atLeast + size);
    }
    while (size > SMALLEST_MM && wrap(words, size, room).size() > Math.max(lines, atLeast)) {
      size *= ROOM;
    }
    double pitch = area.h() / lines;
    List<String> rows = wrap(words, size, room);
    if (rows.size() > lines) {
      pitch = Math.min(pitch, area.h() / rows.size());
      size = Math.min(size, pitch);
    }
    double spare = Math.max(0, room - letters.width(rows.get(0), size));
    double left = area.x() + area.w() * 0.03 + spare * letters.chance().between(0, 0.3);
    double lift = rows.size() < lines ? 0 : (lines - rows.size()) * pitch;
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), left, area.y() + lift + (i + 1) * pitch - size * FOOT, size);
    }
  }

  private void row(String words, double x, double baseline, double size) {
    double jitter = letters.writer().jitter();
    Chance chance = letters.chance();
    double at = x;
    double drift = jitter * 0.012 * chance.gauss();
    for (int i = 0; i < words.length(); i++) {
      double lift = jitter * size * 0.035 * chance.gauss() + drift * (at - x);
      double room = letters.letter(words.charAt(i), at, baseline + lift, size);
      at += room * (1 + jitter * 0.03 * chance.gauss());
    }
  }

  private List<String> wrap(String words, double size, double room) {
    List<String> rows = new ArrayList<>();
    int from = 0;
    double used = 0;
    for (int i = 0; i < words.length(); i++) {
      double step = letters.advance(words.charAt(i), size);
      if (used + step > room && i > from) {
        rows.add(words.substring(from, i));
        from = i;
        used = 0;
      }
      used += step;
    }
    rows.add(words.substring(from));
    return rows;
  }
}
