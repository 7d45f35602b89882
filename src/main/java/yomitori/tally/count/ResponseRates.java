package yomitori.tally.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import yomitori.resolve.MedicalInstitutionCode;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.resolve.master.Prefecture;
import yomitori.tally.answer.Answer;
import yomitori.tally.plan.InstitutionClass;
import yomitori.tally.plan.InstitutionFields;
import yomitori.tally.plan.TallyPlan;

/** How many of the listed institutions answered. */
public final class ResponseRates {

  private final TallyPlan plan;
  private final MasterList masters;
  private final Set<MasterEntry> answered = new LinkedHashSet<>();
  private final List<Answer> unlisted = new ArrayList<>();

  private ResponseRates(TallyPlan plan, MasterList masters, List<Answer> answers) {
    this.plan = plan;
    this.masters = masters;
    for (Answer answer : answers) {
      entry(answer).ifPresentOrElse(answered::add, () -> unlisted.add(answer));
    }
  }

  /**
   * The rates of all, of each class, and of each prefecture that the list has.
   *
   * @param answers that count
   */
  public static List<ResponseRate> of(TallyPlan plan, MasterList masters, List<Answer> answers) {
    return new ResponseRates(plan, masters, answers).rates();
  }

  private Optional<MasterEntry> entry(Answer answer) {
    InstitutionFields fields = plan.institution();
    OptionalInt prefecture = Prefecture.code(answer.value(fields.prefecture()));
    if (prefecture.isEmpty()) {
      return Optional.empty();
    }
    String code = answer.value(fields.code());
    if (code.length() == MedicalInstitutionCode.LENGTH
        && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return masters.find(prefecture.getAsInt(), code);
    }
    String name = answer.value(fields.name());
    List<MasterEntry> named =
        name.isEmpty() ? List.of() : masters.named(prefecture.getAsInt(), name);
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private List<ResponseRate> rates() {
    List<ResponseRate> rates = new ArrayList<>();
    rates.add(rate(Members.ALL, entry -> true, answer -> true));
    if (plan.classes().size() > 1) {
      for (InstitutionClass one : plan.classes()) {
        rates.add(
            rate(
                Members.group(one),
                entry -> plan.classOf(entry.name()).equals(one),
                answer -> plan.classOf(answer).equals(one)));
      }
    }
    String field = plan.institution().prefecture();
    for (int code = 1; code <= MasterEntry.PREFECTURES; code++) {
      int prefecture = code;
      String word = Prefecture.name(code);
      ResponseRate rate =
          rate(
              new Group(Group.Kind.PREFECTURE, word, word),
              entry -> entry.prefecture() == prefecture,
              answer -> answer.value(field).equals(word));
      if (rate.members() > 0) {
        rates.add(rate);
      }
    }
    return rates;
  }

  private ResponseRate rate(Group group, Predicate<MasterEntry> of, Predicate<Answer> by) {
    return new ResponseRate(
        group,
        masters.entries().stream().filter(of).count(),
        answered.stream().filter(of).count(),
        unlisted.stream().filter(by).count());
  }
}
