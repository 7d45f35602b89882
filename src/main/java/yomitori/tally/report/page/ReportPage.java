package yomitori.tally.report.page;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import yomitori.review.web.Templates;
import yomitori.tally.report.chart.BarChart;
import yomitori.tally.report.contents.Block;
import yomitori.tally.report.contents.Block.Chart;
import yomitori.tally.report.contents.Block.Paragraph;
import yomitori.tally.report.contents.Block.Table;
import yomitori.tally.report.contents.Contents;
import yomitori.tally.report.words.Words;

/** Writes the report as one page; its charts lie beside it. */
public final class ReportPage {

  private static final TemplateEngine ENGINE = Templates.engine();

  private ReportPage() {}

  /**
   * What the template shows.
   *
   * @param contents the report
   * @param files that lie beside it
   * @param words its language
   */
  public record Model(Contents contents, List<String> files, Words words) {

    /** Keeps the files. */
    public Model {
      files = List.copyOf(files);
    }

    /** The paragraph that a block is; null where it is none. */
    public Paragraph paragraph(Block block) {
      return block instanceof Paragraph paragraph ? paragraph : null;
    }

    /** The table that a block is; null where it is none. */
    public Table table(Block block) {
      return block instanceof Table table ? table : null;
    }

    /** The chart that a block is; null where it is none. */
    public BarChart chart(Block block) {
      return block instanceof Chart chart ? chart.chart() : null;
    }
  }

  /**
   * The page's bytes.
   *
   * @param files that lie beside it, to take along
   */
  public static byte[] of(Contents contents, List<String> files, Words words) {
    StringOutput out = new StringOutput();
    ENGINE.render("tally/report.jte", Map.of("model", new Model(contents, files, words)), out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
