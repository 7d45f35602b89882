package yomitori.tally.answer;

import java.util.List;

/**
 * All that one source brought.
 *
 * @param source which one
 * @param answers in the order in which they stand there
 * @param published counts of a source that gave no single answers
 * @param notCounted what is no answer, and why
 * @param unusedColumns columns of its table that nothing is made of
 * @param files that it was read from
 */
public record SourceAnswers(
    Source source,
    List<Answer> answers,
    List<PublishedCount> published,
    List<NotCounted> notCounted,
    List<String> unusedColumns,
    List<InputFile> files) {

  /** Keeps the lists. */
  public SourceAnswers {
    answers = List.copyOf(answers);
    published = List.copyOf(published);
    notCounted = List.copyOf(notCounted);
    unusedColumns = List.copyOf(unusedColumns);
    files = List.copyOf(files);
  }
}
