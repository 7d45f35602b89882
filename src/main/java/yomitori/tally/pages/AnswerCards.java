package yomitori.tally.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yomitori.desk.export.CountedRecords;
import yomitori.review.web.Texts;
import yomitori.tally.Tally;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.plan.InstitutionFields;
import yomitori.tally.source.FaxSource;

/** Answers as lists show them. */
final class AnswerCards {

  private final InstitutionFields institution;
  private final Texts texts;
  private final Map<String, String> sources;
  private final Map<String, Long> pages;

  private AnswerCards(Tally tally, Texts texts, Map<String, Long> pages) {
    this.institution = tally.plan().institution();
    this.texts = texts;
    this.sources =
        tally.sources().stream()
            .map(SourceAnswers::source)
            .collect(Collectors.toMap(Source::id, Source::label));
    this.pages = new HashMap<>(pages);
  }

  /**
   * Shows answers of a tally.
   *
   * @param shown those that will be shown, a page of a list: few enough for one look-up
   */
  static AnswerCards of(
      Tally tally, Collection<Answer> shown, CountedRecords records, Texts texts) {
    List<String> faxes =
        shown.stream()
            .filter(answer -> answer.source().equals(FaxSource.ID))
            .map(Answer::reference)
            .distinct()
            .toList();
    return new AnswerCards(tally, texts, records.pages(faxes));
  }

  AnswerCard card(Answer answer) {
    Long page = answer.source().equals(FaxSource.ID) ? pages.get(answer.reference()) : null;
    return new AnswerCard(
        answer.value(institution.prefecture()),
        answer.value(institution.code()),
        answer.value(institution.name()),
        sources.getOrDefault(answer.source(), answer.source()),
        answer.answeredAt().map(texts::time).orElse(""),
        answer.reference(),
        page == null ? "" : "/pages/" + page);
  }
}
