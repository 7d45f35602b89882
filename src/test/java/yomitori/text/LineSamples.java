package yomitori.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import yomitori.form.AmountField;
import yomitori.form.BlankRenderer;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.form.TextField;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.register.Blank;
import yomitori.register.RegisteredPage;
import yomitori.register.Registrar;
import yomitori.register.Registration;
import yomitori.text.LinePicture.Part;

/**
 * A program, not a test: writes the lines of simulated faxes as the engines would be given them, to
 * compare engines. Its arguments are the folder of forms, a folder that {@code ./yomitori simulate}
 * wrote, and the folder to write: one PNG a line, cleaned of print but not of specks, 8 px to the
 * mm, the same part of the page uncleaned in {@code raw}, and {@code lines.csv} with what was meant
 * in the whole field, its effects (the script among them) and the lines' files.
 */
public final class LineSamples {

  private static final double BLANK_PX_PER_MM = 8;

  private LineSamples() {}

  private record Sample(
      String source,
      String page,
      String field,
      String kind,
      String meant,
      String effects,
      List<GrayImage> lines,
      List<GrayImage> raw) {}

  public static void main(String[] arguments) throws IOException {
    Path faxes = Path.of(arguments[1]);
    Path out = Path.of(arguments[2]);
    Path raw = Files.createDirectories(out.resolve("raw"));
    Registrar registrar = new Registrar(blanks(Path.of(arguments[0])));
    Map<String, List<CSVRecord>> truth = truth(faxes.resolve("fields.csv"));
    List<Sample> samples =
        truth.entrySet().parallelStream()
            .flatMap(e -> samples(faxes, e.getKey(), e.getValue(), registrar).stream())
            .toList();
    try (CSVPrinter csv =
        new CSVPrinter(
            Files.newBufferedWriter(out.resolve("lines.csv"), StandardCharsets.UTF_8),
            CSVFormat.RFC4180)) {
      csv.printRecord("source", "page", "field", "kind", "meant", "effects", "files");
      for (Sample s : samples) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < s.lines.size(); i++) {
          String file = s.source + "-" + s.page + "-" + s.field + "-" + i + ".png";
          write(s.lines.get(i), out.resolve(file));
          write(s.raw.get(i), raw.resolve(file));
          files.add(file);
        }
        csv.printRecord(
            s.source, s.page, s.field, s.kind, s.meant, s.effects, String.join(" ", files));
      }
    }
  }

  private static void write(GrayImage image, Path file) {
    Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC1);
    mat.put(0, 0, image.pixels());
    Imgcodecs.imwrite(file.toString(), mat);
    mat.release();
  }

  private static List<Blank> blanks(Path folder) throws IOException {
    FormLibrary library = new FormLibrary(folder);
    List<Blank> blanks = new ArrayList<>();
    for (Form form : library.loadAll()) {
      Path home = library.folderOf(form.id());
      blanks.add(
          new Blank(form, BlankRenderer.render(form, home, BLANK_PX_PER_MM), BLANK_PX_PER_MM));
    }
    return blanks;
  }

  private static Map<String, List<CSVRecord>> truth(Path fields) throws IOException {
    Map<String, List<CSVRecord>> truth = new LinkedHashMap<>();
    String text = Files.readString(fields, StandardCharsets.UTF_8).replace("\uFEFF", "");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord row : parser) {
        if (row.get("on_page").equals("1")
            && (row.get("kind").equals("text") || row.get("kind").equals("amount"))) {
          truth.computeIfAbsent(row.get("source"), k -> new ArrayList<>()).add(row);
        }
      }
    }
    return truth;
  }

  private static List<Sample> samples(
      Path faxes, String source, List<CSVRecord> rows, Registrar registrar) {
    List<Sample> samples = new ArrayList<>();
    try (FaxDocument document = Intake.open(faxes.resolve(source), source)) {
      for (int n = 1; n <= document.pageCount(); n++) {
        if (document.page(n) instanceof IntakeOutcome.Decoded decoded
            && registrar.register(decoded.page()) instanceof Registration.Registered registered) {
          for (CSVRecord row : rows) {
            if (row.get("page").equals(String.valueOf(n))) {
              sample(registered.page(), row).ifPresent(samples::add);
            }
          }
        }
      }
    }
    return samples;
  }

  private static Optional<Sample> sample(RegisteredPage page, CSVRecord row) {
    for (Field field : page.form().fields()) {
      boolean line = field instanceof TextField || field instanceof AmountField;
      if (line && field.id().equals(row.get("place"))) {
        RectMm area = field instanceof TextField text ? text.area() : ((AmountField) field).area();
        int most = field instanceof TextField text ? text.lines() : 1;
        if (page.damagedShare(area) > 0.02) {
          return Optional.empty();
        }
        FieldPicture picture = PrintRemoval.writing(page, area);
        List<Part> parts = TextLines.of(picture, most);
        GrayImage uncleaned =
            page.crop(area.grow(picture.marginPx() / picture.pxPerMm()), picture.pxPerMm());
        return Optional.of(
            new Sample(
                row.get("source"),
                row.get("page"),
                field.id(),
                row.get("kind"),
                row.get("meant"),
                row.get("effects"),
                parts.stream().map(part -> cut(picture.speckled(), part)).toList(),
                parts.stream().map(part -> cut(uncleaned, part)).toList()));
      }
    }
    return Optional.empty();
  }

  private static GrayImage cut(GrayImage grey, Part part) {
    GrayImage out = GrayImage.white(part.width(), part.height());
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        out.set(x, y, grey.get(part.x0() + x, part.y0() + y));
      }
    }
    return out;
  }
}
