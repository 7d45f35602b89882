package yomitori.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the mistakes of one definition while it is read, up to a thousand. */
final class Problems {

  /** More than anyone mends before checking again; keeps memory bounded. */
  private static final int MOST = 1000;

  private final List<Problem> found = new ArrayList<>();

  void add(Node node, Mistake mistake, Object... details) {
    add(node.getStartMark(), mistake, details);
  }

  void add(Mark mark, Mistake mistake, Object... details) {
    add(mark.getLine() + 1, mark.getColumn() + 1, mistake, details);
  }

  void add(int line, int column, Mistake mistake, Object... details) {
    if (found.size() < MOST) {
      found.add(
          new Problem(line, column, mistake, Stream.of(details).map(String::valueOf).toList()));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> byLine() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}
