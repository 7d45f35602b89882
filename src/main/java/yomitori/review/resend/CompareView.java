package yomitori.review.resend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.pages.PageShape;
import yomitori.desk.resend.Settled;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.PageFacts;
import yomitori.review.AnswerOption;
import yomitori.review.resend.CompareModel.Row;
import yomitori.review.resend.CompareModel.Side;
import yomitori.review.web.Texts;

/** Lays what is known of two pages side by side. */
final class CompareView {

  private final PagePictures pictures;
  private final Texts texts;

  CompareView(PagePictures pictures, Texts texts) {
    this.pictures = pictures;
    this.texts = texts;
  }

  CompareModel of(PageFacts earlier, PageFacts later, Optional<Settled> settled, boolean open) {
    Set<String> different =
        earlier.fields().stream()
            .filter(field -> differs(field, later))
            .map(FieldFacts::id)
            .collect(Collectors.toSet());
    List<Row> rows = new ArrayList<>();
    for (FieldFacts field : earlier.fields()) {
      rows.add(
          new Row(
              field.label(),
              words(field),
              later.field(field.id()).map(this::words).orElse(""),
              different.contains(field.id())));
    }
    rows.sort(Comparator.comparing(Row::differs).reversed());
    return new CompareModel(
        side(earlier, different), side(later, different), rows, different.size(), settled, open);
  }

  private static boolean differs(FieldFacts field, PageFacts other) {
    return other
        .field(field.id())
        .filter(f -> f.state().value().equals(field.state().value()))
        .isEmpty();
  }

  private Side side(PageFacts page, Set<String> different) {
    Optional<PageShape> shape = pictures.shape(page);
    return new Side(
        page.id(),
        page.source(),
        page.number(),
        texts.time(page.received()),
        page.fields().stream().filter(f -> f.state().inDoubt()).count(),
        shape.map(PageShape::whole),
        different.stream().flatMap(field -> shape.flatMap(s -> s.place(field)).stream()).toList());
  }

  private String words(FieldFacts field) {
    List<AnswerOption> options =
        field.field().map(f -> AnswerOption.of(f, texts)).orElseGet(List::of);
    return AnswerOption.words(options, field.state().value(), texts);
  }
}
