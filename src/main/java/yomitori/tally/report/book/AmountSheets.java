package yomitori.tally.report.book;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import yomitori.tally.Tally;
import yomitori.tally.answer.Given;
import yomitori.tally.count.AmountCounter;
import yomitori.tally.count.AmountTable;
import yomitori.tally.count.AmountTable.AmountGroup;
import yomitori.tally.count.Group.Kind;
import yomitori.tally.plan.Amount;
import yomitori.tally.plan.InstitutionClass;
import yomitori.tally.report.words.Words;

/**
 * Quartiles and histograms of amounts, and the amounts of which they are: a column for each class,
 * so that a class is a column and all are the columns beside each other.
 */
final class AmountSheets {

  private static final double QUARTERS = 4;

  private final Tally tally;
  private final Words words;
  private final Function<String, Sheet> sheets;

  /**
   * @param sheets begins a sheet of a name
   */
  AmountSheets(Tally tally, Words words, Function<String, Sheet> sheets) {
    this.tally = tally;
    this.words = words;
    this.sheets = sheets;
  }

  void write() {
    if (tally.amounts().isEmpty()) {
      return;
    }
    List<List<Double>> columns = new ArrayList<>();
    tally.amounts().forEach(table -> columns.addAll(values(table.amount())));
    int last = 1 + columns.stream().mapToInt(List::size).max().orElse(0);
    quartiles(Math.max(last, 2));
    Sheet values = sheets.apply(words.text("sheet.amountValues"));
    List<String> head = new ArrayList<>();
    for (AmountTable table : tally.amounts()) {
      for (InstitutionClass one : tally.plan().classes()) {
        head.add(label(table.amount()) + " " + one.label());
      }
    }
    values.head(head);
    for (int i = 0; i < last - 1; i++) {
      values.row();
      for (List<Double> column : columns) {
        if (i < column.size()) {
          values.decimal(column.get(i));
        } else {
          values.skip();
        }
      }
    }
    values.finish();
  }

  private String label(Amount amount) {
    return words.text("amount", amount.label(), amount.unit());
  }

  /** The amounts of each class. */
  private List<List<Double>> values(Amount amount) {
    return tally.plan().classes().stream()
        .map(one -> tally.counted().stream().filter(a -> one.equals(tally.plan().classOf(a))))
        .map(answers -> numbers(answers.map(a -> a.given(amount.field()))))
        .toList();
  }

  private static List<Double> numbers(Stream<Given> given) {
    return given
        .filter(g -> !g.isInDoubt())
        .map(g -> AmountCounter.amount(g.value()))
        .flatMapToDouble(OptionalDouble::stream)
        .boxed()
        .toList();
  }

  private void quartiles(int last) {
    Sheet sheet = sheets.apply(words.text("sheet.amounts"));
    sheet.head(
        Stream.of(
                "amount",
                "group",
                "given",
                "least",
                "lowerQuartile",
                "median",
                "upperQuartile",
                "most",
                "notAnAmount",
                "inDoubt")
            .map(key -> words.text("column." + key))
            .toList());
    int classes = tally.plan().classes().size();
    int first = 0;
    for (AmountTable table : tally.amounts()) {
      for (AmountGroup group : table.groups()) {
        quartiles(sheet, table.amount(), group, range(group, first, classes, last));
      }
      first += classes;
    }
    for (AmountTable table : tally.amounts()) {
      sheet.row();
      histogram(sheet, table);
    }
    sheet.finish();
  }

  /** Where the amounts of a group are, as formulas name it. */
  private String range(AmountGroup group, int first, int classes, int last) {
    int from = first;
    int to = first + classes - 1;
    if (group.group().kind() == Kind.CLASS) {
      List<String> ids = tally.plan().classes().stream().map(InstitutionClass::id).toList();
      from = first + ids.indexOf(group.group().id());
      to = from;
    }
    return "'"
        + words.text("sheet.amountValues")
        + "'!$"
        + CellReference.convertNumToColString(from)
        + "$2:$"
        + CellReference.convertNumToColString(to)
        + "$"
        + last;
  }

  private void quartiles(Sheet sheet, Amount amount, AmountGroup group, String range) {
    sheet.row().text(label(amount)).text(group.group().label());
    sheet.countFormula("COUNT(" + range + ")", group.given());
    List<Double> quartiles =
        List.of(
            group.least(),
            group.lowerQuartile(),
            group.median(),
            group.upperQuartile(),
            group.most());
    for (int i = 0; i < quartiles.size(); i++) {
      sheet.decimalFormula(
          "IF(COUNT(" + range + ")=0,0,PERCENTILE(" + range + "," + i / QUARTERS + "))",
          quartiles.get(i));
    }
    sheet.count(group.notAnAmount()).count(group.inDoubt());
  }

  private void histogram(Sheet sheet, AmountTable table) {
    sheet.row().text(label(table.amount()));
    table.groups().forEach(group -> sheet.text(group.group().label()));
    List<Long> steps = table.amount().steps();
    for (int i = 0; i <= steps.size(); i++) {
      int bar = i;
      sheet.row().text(bar(steps, i));
      table.groups().forEach(group -> sheet.count(group.histogram().get(bar)));
    }
  }

  private String bar(List<Long> steps, int i) {
    if (i == 0) {
      return words.text("bar.below", steps.get(0));
    }
    return i == steps.size()
        ? words.text("bar.from", steps.get(i - 1))
        : words.text("bar.between", steps.get(i - 1), steps.get(i));
  }
}
