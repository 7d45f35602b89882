package yomitori.tally.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import yomitori.form.Typeface;
import yomitori.tally.report.chart.BarPainter;
import yomitori.tally.report.chart.Canvas;
import yomitori.tally.report.chart.Canvas.Align;
import yomitori.tally.report.chart.Colour;
import yomitori.tally.report.chart.Faces;
import yomitori.tally.report.chart.Type;
import yomitori.tally.report.contents.Block;
import yomitori.tally.report.contents.Block.Chart;
import yomitori.tally.report.contents.Block.Column;
import yomitori.tally.report.contents.Block.Paragraph;
import yomitori.tally.report.contents.Block.Table;
import yomitori.tally.report.contents.Contents;
import yomitori.tally.report.contents.Section;
import yomitori.tally.report.words.Words;

/** Lays the report out on pages of A4. */
public final class PdfReport {

  private static final Type TITLE = new Type(20, true);
  private static final Type SUBTITLE = new Type(12, false);
  private static final Type HEADING = new Type(14, true);
  private static final Type TEXT = new Type(9.5, false);
  private static final Type HEAD = new Type(8, true);
  private static final Type CELL = new Type(8, false);
  private static final double LEADING = 1.5;
  private static final double PADDING = 3;
  private static final double GAP = 10;
  private static final double WIDTH = Sheets.WIDTH - 2 * Sheets.MARGIN;

  private final Contents contents;
  private final Words words;
  private final Faces faces;
  private final Sheets sheets;
  private final PDDocument document;
  private final PDDocumentOutline outline = new PDDocumentOutline();

  private PdfReport(
      Contents contents, Words words, Faces faces, PDDocument document, PDFont regular, PDFont bold)
      throws IOException {
    this.contents = contents;
    this.words = words;
    this.faces = faces;
    this.document = document;
    this.sheets = new Sheets(document, faces, regular, bold);
  }

  /**
   * The PDF's bytes: the same for the same contents and day.
   *
   * @param day that is told as the day of the file
   */
  public static byte[] of(Contents contents, Words words, Faces faces, LocalDate day)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      Typeface typeface = faces.typeface();
      PDFont regular = PDType0Font.load(document, typeface.regular().toFile());
      PDFont bold = PDType0Font.load(document, typeface.bold().toFile());
      describe(document, contents, words, day);
      PdfReport report = new PdfReport(contents, words, faces, document, regular, bold);
      report.write();
      report.number(regular, bold);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void describe(PDDocument document, Contents contents, Words words, LocalDate day) {
    document.setDocumentId(day.toEpochDay());
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
    date.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(contents.title());
    information.setSubject(contents.subtitle());
    information.setProducer("Yomitori");
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.getDocumentCatalog().setLanguage(words.locale().getLanguage());
  }

  private void write() throws IOException {
    document.getDocumentCatalog().setDocumentOutline(outline);
    lines(faces.wrapped(contents.title(), TITLE, WIDTH), TITLE, Colour.INK);
    lines(faces.wrapped(contents.subtitle(), SUBTITLE, WIDTH), SUBTITLE, Colour.FAINT);
    sheets.down(2 * GAP);
    for (Section section : contents.sections()) {
      write(section);
    }
    sheets.close();
    outline.openNode();
  }

  private void write(Section section) throws IOException {
    List<String> heading = faces.wrapped(section.title(), HEADING, WIDTH);
    double first = section.blocks().isEmpty() ? 0 : least(section.blocks().get(0));
    if (!sheets.isFresh()) {
      sheets.down(2 * GAP);
    }
    sheets.require(heading.size() * leading(HEADING) + GAP + first);
    bookmark(section.title());
    lines(heading, HEADING, Colour.FIRST);
    sheets
        .canvas()
        .line(Sheets.MARGIN, sheets.y(), Sheets.MARGIN + WIDTH, sheets.y(), 0.8, Colour.FIRST);
    sheets.down(GAP);
    for (Block block : section.blocks()) {
      if (block instanceof Paragraph paragraph) {
        write(paragraph);
      } else if (block instanceof Chart chart) {
        write(chart);
      } else if (block instanceof Table table) {
        write(table);
      }
    }
  }

  /** How much of a block must stand below its heading. */
  private double least(Block block) {
    return block instanceof Chart chart
        ? new BarPainter(chart.chart(), faces, WIDTH).height()
        : 4 * leading(TEXT);
  }

  private void bookmark(String title) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(sheets.page());
    destination.setTop((int) (Sheets.HEIGHT - sheets.y()));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(destination);
    outline.addLast(item);
  }

  private void write(Paragraph paragraph) throws IOException {
    List<String> lines = faces.wrapped(paragraph.text(), TEXT, WIDTH);
    sheets.require(Math.min(lines.size(), 2) * leading(TEXT));
    for (String line : lines) {
      sheets.require(leading(TEXT));
      lines(List.of(line), TEXT, Colour.INK);
    }
    sheets.down(GAP / 2);
  }

  private void write(Chart chart) throws IOException {
    BarPainter painter = new BarPainter(chart.chart(), faces, WIDTH);
    sheets.require(painter.height());
    painter.paint(sheets.canvas(), Sheets.MARGIN, sheets.y());
    sheets.down(painter.height() + GAP);
  }

  private void write(Table table) throws IOException {
    double[] widths = widths(table.columns());
    List<String> heads = table.columns().stream().map(Column::head).toList();
    double head = height(heads, widths, HEAD);
    boolean begun = false;
    for (List<String> row : table.rows()) {
      double height = height(row, widths, CELL);
      boolean full = begun && sheets.y() + height > Sheets.HEIGHT - Sheets.MARGIN;
      if (!begun || full) {
        sheets.require(head + height);
        row(table.columns(), heads, widths, HEAD, Colour.FAINT);
        begun = true;
      }
      row(table.columns(), row, widths, CELL, Colour.GRID);
    }
    sheets.down(GAP);
  }

  private static double[] widths(List<Column> columns) {
    double all = columns.stream().mapToDouble(Column::weight).sum();
    return columns.stream().mapToDouble(column -> WIDTH * column.weight() / all).toArray();
  }

  private double height(List<String> cells, double[] widths, Type type) {
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      lines = Math.max(lines, wrapped(cells.get(i), type, widths[i]).size());
    }
    return lines * type.size() * 1.3 + 2 * PADDING;
  }

  private List<String> wrapped(String cell, Type type, double width) {
    return faces.wrapped(cell, type, width - 2 * PADDING);
  }

  private void row(
      List<Column> columns, List<String> cells, double[] widths, Type type, Colour below)
      throws IOException {
    double height = height(cells, widths, type);
    Canvas canvas = sheets.canvas();
    double x = Sheets.MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      boolean right = columns.get(i).figures();
      double y = sheets.y() + PADDING + type.size();
      for (String line : wrapped(cells.get(i), type, widths[i])) {
        double at = right ? x + widths[i] - PADDING : x + PADDING;
        canvas.text(at, y, line, type, Colour.INK, right ? Align.RIGHT : Align.LEFT);
        y += type.size() * 1.3;
      }
      x += widths[i];
    }
    sheets.down(height);
    canvas.line(Sheets.MARGIN, sheets.y(), Sheets.MARGIN + WIDTH, sheets.y(), 0.5, below);
  }

  private void lines(List<String> lines, Type type, Colour colour) throws IOException {
    for (String line : lines) {
      sheets.canvas().text(Sheets.MARGIN, sheets.y() + type.size(), line, type, colour, Align.LEFT);
      sheets.down(leading(type));
    }
  }

  private static double leading(Type type) {
    return type.size() * LEADING;
  }

  private void number(PDFont regular, PDFont bold) throws IOException {
    List<PDPage> pages = new ArrayList<>(sheets.pages());
    for (int i = 0; i < pages.size(); i++) {
      try (PDPageContentStream stream =
          new PDPageContentStream(document, pages.get(i), AppendMode.APPEND, true, true)) {
        new PdfCanvas(stream, faces, regular, bold, Sheets.HEIGHT)
            .text(
                Sheets.WIDTH / 2,
                Sheets.HEIGHT - Sheets.MARGIN / 2,
                words.text("report.page", i + 1, pages.size()),
                CELL,
                Colour.FAINT,
                Align.CENTRE);
      }
    }
  }
}
