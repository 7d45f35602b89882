package yomitori.tally.source;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the times that tables tell. Not thread-safe. */
final class Timestamps {

  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** As form services and spreadsheets export them; of 11/15/22 the month comes first. */
  private static final List<String> USUAL =
      List.of(
          "uuuu-M-d['T'][ ]H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][ ][XXX][XX][X]",
          "uuuu/M/d H:mm[:ss][.SSS][ ][O][XXX]",
          "uuuu/M/d a h:mm[:ss][ O]",
          "uuuu/M/d a K:mm[:ss][ O]",
          "uuuu/M/d h:mm[:ss] a[ O]",
          "uuuu年M月d日[ ]H:mm[:ss]",
          "uuuu年M月d日[ ]H時m分[s秒]",
          "M/d/uu H:mm[:ss]",
          "M/d/uuuu H:mm[:ss]",
          "M/d/uuuu h:mm[:ss] a",
          "uuuu-M-d",
          "uuuu/M/d",
          "uuuu年M月d日",
          "M/d/uuuu");

  private final ZoneId zone;
  private final List<DateTimeFormatter> formats;

  private Timestamps(ZoneId zone, List<DateTimeFormatter> formats) {
    this.zone = zone;
    this.formats = new ArrayList<>(formats);
  }

  /** The usual formats; those without a zone are of Japan. */
  static Timestamps usual() {
    return of(List.of(), JAPAN);
  }

  /**
   * Some formats, and after them the usual ones.
   *
   * @param patterns as {@link DateTimeFormatter} takes them
   * @param zone of times that do not tell theirs
   * @throws IllegalArgumentException if one is no pattern
   */
  static Timestamps of(List<String> patterns, ZoneId zone) {
    return new Timestamps(
        zone,
        Stream.concat(patterns.stream(), USUAL.stream()).flatMap(Timestamps::format).toList());
  }

  private static Stream<DateTimeFormatter> format(String pattern) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .parseDefaulting(ChronoField.ERA, 1); // yyyy is a year of an era
    DateTimeFormatter japanese =
        builder.toFormatter(Locale.JAPAN).withResolverStyle(ResolverStyle.STRICT);
    boolean words = pattern.contains("a") || pattern.contains("MMM") || pattern.contains("E");
    return words ? Stream.of(japanese, japanese.withLocale(Locale.ENGLISH)) : Stream.of(japanese);
  }

  /** The moment that a text tells; empty where it tells none. */
  Optional<Instant> read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < formats.size(); i++) {
      Optional<Instant> time = read(plain, formats.get(i));
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> read(String plain, DateTimeFormatter format) {
    try {
      TemporalAccessor time =
          format.parseBest(plain, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof ZonedDateTime zoned) {
        return Optional.of(zoned.toInstant());
      }
      LocalDateTime local =
          time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
      return Optional.of(local.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // another format may take it
    }
  }
}
