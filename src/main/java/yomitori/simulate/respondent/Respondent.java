package yomitori.simulate.respondent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.simulate.chance.Chance;

/**
 * Draws one respondent's answers to any form. Each checkbox is ticked with its own share, each
 * option chosen with its own; both stand for a form in {@code shares-ID.properties} beside this
 * class, or are a quarter and equal where that file is missing; the file also says which box stands
 * alone in its question and which implies another. Text fields are told apart by what their label
 * asks for.
 */
public final class Respondent {

  private static final String DEFAULT_SHARE = "0.25";
  private static final double REMARK_SHARE = 0.12;
  private static final double AMOUNT_SHARE = 0.2;
  private static final double TYPICAL_AMOUNT = 40;

  /** Standard deviation of the natural logarithm of amounts. An assumption. */
  private static final double AMOUNT_SPREAD = 0.6;

  /** How often a small amount has quarters, such as 0.75, and what is small. Assumptions. */
  private static final double FRACTION_SHARE = 0.3;

  private static final double FRACTIONS_BELOW = 5;

  /** Share of respondents that leave a comb empty. An assumption. */
  private static final double EMPTY_COMB_SHARE = 0.03;

  /** Shares of respondents that leave a choice open, or tick two options of it. Assumptions. */
  private static final double OPEN_SHARE = 0.02;

  private static final double TWO_SHARE = 0.01;

  private static final int PREFECTURES = 47;
  private static final int CODE_DIGITS = 7;

  private final Form form;
  private final Properties shares;
  private final Optional<MasterList> masters;

  /** Respondents to a form, from institutions that are made up. */
  public Respondent(Form form) {
    this(form, Optional.empty());
  }

  /**
   * Respondents to a form.
   *
   * @param masters the institutions that they are from; made up where there is no list
   */
  public Respondent(Form form, Optional<MasterList> masters) {
    this.form = form;
    this.shares = shares(form.id());
    this.masters = masters;
  }

  /** The answers of one respondent. */
  public Answers answer(Chance chance) {
    return answer(chance.stream("answers"), false);
  }

  /** The answers of someone who ticks every box. */
  public Answers everything(Chance chance) {
    return answer(chance.stream("answers"), true);
  }

  /** The answers of someone who sent the form back as it came. */
  public Answers blank() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      values.put(field.id(), field instanceof CheckboxField ? "0" : "");
    }
    return new Answers(values, Set.of());
  }

  private Answers answer(Chance chance, boolean everything) {
    Optional<MasterEntry> listed =
        masters.map(list -> chance.stream("institution").pick(list.entries()));
    int prefecture =
        listed
            .map(MasterEntry::prefecture)
            .orElseGet(() -> 1 + chance.stream("prefecture").below(PREFECTURES));
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> marked = new LinkedHashSet<>();
    for (Field field : form.fields()) {
      Chance own = chance.stream(field.id());
      if (field instanceof CheckboxField f) {
        boolean on = everything || own.happens(share(f.id()));
        values.put(f.id(), on ? "1" : "0");
        if (on) {
          marked.add(f.id());
        }
      } else if (field instanceof ChoiceField f) {
        List<CheckBox> chosen = everything ? f.options() : choose(f, own);
        values.put(f.id(), value(f, chosen));
        chosen.forEach(option -> marked.add(option.id()));
      } else {
        values.put(field.id(), written(field, prefecture, listed, own));
      }
    }
    if (!everything) {
      makeConsistent(values, marked);
    }
    return new Answers(values, marked);
  }

  /** Ticks what a ticked box implies, then clears the rest of a question where one stands alone. */
  private void makeConsistent(Map<String, String> values, Set<String> marked) {
    for (String box : List.copyOf(marked)) {
      String implied = shares.getProperty(box + ".implies", "");
      if (values.containsKey(implied)) {
        values.put(implied, "1");
        marked.add(implied);
      }
    }
    for (String box : List.copyOf(marked)) {
      if (marked.contains(box) && Boolean.parseBoolean(shares.getProperty(box + ".alone"))) {
        String question = box.substring(0, box.lastIndexOf('.') + 1);
        List<String> cleared =
            marked.stream()
                .filter(other -> inQuestion(other, question) && !other.equals(box))
                .filter(values::containsKey)
                .toList();
        cleared.forEach(marked::remove);
        cleared.forEach(other -> values.put(other, "0"));
      }
    }
  }

  /**
   * Whether a box is one of a question's, which ends with a dot; a box without dot stands alone.
   */
  private static boolean inQuestion(String box, String question) {
    return !question.isEmpty() && box.startsWith(question);
  }

  private static String value(ChoiceField field, List<CheckBox> chosen) {
    return switch (chosen.size()) {
      case 0 -> "";
      case 1 -> field.optionId(chosen.get(0));
      default -> "?";
    };
  }

  private String written(Field field, int prefecture, Optional<MasterEntry> listed, Chance chance) {
    if (field instanceof CombField f) {
      String code = comb(f, prefecture, chance);
      boolean coded = f.check().equals(Optional.of(CombField.MEDICAL_INSTITUTION_CODE));
      return coded && !code.isEmpty() ? listed.map(MasterEntry::code).orElse(code) : code;
    }
    if (field instanceof AmountField f) {
      return amount(f, chance);
    }
    return text((TextField) field, prefecture, listed, chance);
  }

  private List<CheckBox> choose(ChoiceField field, Chance chance) {
    double u = chance.unit();
    if (u < OPEN_SHARE) {
      return List.of();
    }
    List<CheckBox> options = field.options();
    if (u < OPEN_SHARE + TWO_SHARE && options.size() > 1) {
      int first = chance.below(options.size() - 1);
      return options.subList(first, first + 2);
    }
    double rest = chance.unit() * options.stream().mapToDouble(o -> share(o.id())).sum();
    for (CheckBox option : options) {
      rest -= share(option.id());
      if (rest < 0) {
        return List.of(option);
      }
    }
    return options.subList(0, 1);
  }

  private static String comb(CombField field, int prefecture, Chance chance) {
    if (chance.happens(EMPTY_COMB_SHARE)) {
      return "";
    }
    boolean coded = field.check().equals(Optional.of(CombField.MEDICAL_INSTITUTION_CODE));
    if (coded || field.cells().size() == CODE_DIGITS) {
      return InstitutionCode.draw(prefecture, chance);
    }
    StringBuilder digits = new StringBuilder();
    field.cells().forEach(cell -> digits.append(chance.below(10)));
    return digits.toString();
  }

  private String amount(AmountField field, Chance chance) {
    if (!chance.happens(share(field.id(), AMOUNT_SHARE))) {
      return "";
    }
    double typical =
        Double.parseDouble(shares.getProperty(field.id() + ".typical", "" + TYPICAL_AMOUNT));
    double amount = typical * StrictMath.exp(AMOUNT_SPREAD * chance.gauss());
    if (amount < FRACTIONS_BELOW && chance.happens(FRACTION_SHARE)) {
      long quarters = Math.max(1, Math.round(4 * Math.min((double) field.max(), amount)));
      return BigDecimal.valueOf(quarters)
          .divide(BigDecimal.valueOf(4))
          .stripTrailingZeros()
          .toPlainString();
    }
    return Long.toString(Math.min(field.max(), Math.max(1, Math.round(amount))));
  }

  private String text(
      TextField field, int prefecture, Optional<MasterEntry> listed, Chance chance) {
    return switch (Question.of(field)) {
      case LISTED ->
          field.lexicon().size() == PREFECTURES
              ? field.lexicon().get(prefecture - 1)
              : chance.pick(field.lexicon());
      case INSTITUTION ->
          listed
              .map(entry -> chance.pick(InstitutionName.ways(entry.name())))
              .orElseGet(() -> Phrases.institution(chance));
      case PERSON -> Phrases.person(chance);
      case REMARK -> chance.happens(share(field.id(), REMARK_SHARE)) ? Phrases.remark(chance) : "";
    };
  }

  private double share(String id) {
    return Double.parseDouble(shares.getProperty(id, DEFAULT_SHARE));
  }

  private double share(String id, double otherwise) {
    return Optional.ofNullable(shares.getProperty(id)).map(Double::parseDouble).orElse(otherwise);
  }

  private static Properties shares(String formId) {
    Properties shares = new Properties();
    try (InputStream in =
        Respondent.class.getResourceAsStream("shares-" + formId + ".properties")) {
      if (in != null) {
        shares.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shares;
  }
}
