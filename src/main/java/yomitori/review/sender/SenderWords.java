package yomitori.review.sender;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import yomitori.desk.sender.SenderProfile;
import yomitori.desk.sender.Senders.Sender;
import yomitori.desk.sender.Trait;
import yomitori.review.web.Texts;

/**
 * A sender in words.
 *
 * @param sender a number or a folder
 * @param doubts share of the fields in doubt, in percent
 * @param traits what is remarkable
 */
public record SenderWords(String sender, int pages, String last, String doubts, List<Said> traits) {

  public SenderWords {
    traits = List.copyOf(traits);
  }

  /**
   * What is remarkable, and what the sender can do about it.
   *
   * @param hint empty where there is nothing to be done
   */
  public record Said(String what, String hint) {}

  static SenderWords of(Sender sender, Texts texts) {
    SenderProfile profile = sender.profile();
    return new SenderWords(
        profile.sender(),
        profile.pages(),
        texts.time(profile.last()),
        percent(profile.doubtShare()),
        sender.traits().stream().map(trait -> said(trait, profile, texts)).toList());
  }

  private static Said said(Trait trait, SenderProfile profile, Texts texts) {
    String measure =
        switch (trait) {
          case DOUBTFUL -> percent(profile.doubtShare());
          case STREAK ->
              profile.streaks().stream()
                  .map(mm -> Long.toString(Math.round(mm)))
                  .collect(Collectors.joining(texts.text("list")));
          case LIGHT, DARK -> percent(profile.ink());
          case COARSE -> Long.toString(Math.round(profile.dpiY()));
          case SHRUNK, ENLARGED -> percent((profile.scaleX() + profile.scaleY()) / 2);
          case CROOKED -> String.format(Locale.ROOT, "%.1f", profile.skew());
        };
    String key = "trait." + trait.word();
    return new Said(texts.text(key, measure), texts.text(key + ".hint"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
