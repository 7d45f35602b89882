package yomitori.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import yomitori.form.BlankRenderer;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.register.Blank;
import yomitori.register.RegisteredPage;
import yomitori.register.Registrar;
import yomitori.register.Registration;

/**
 * A program, not a test: writes what the digit model would see of the combs of simulated faxes, to
 * train it on. Its arguments are the folder of forms, a folder that {@code ./yomitori simulate}
 * wrote, and the file to write: for each cell its class and 2 × 32 × 32 bytes (the writing, the
 * cell). Combs in which a digit was corrected, or that did not arrive whole, are left out.
 */
public final class CombSamples {

  private static final double BLANK_PX_PER_MM = 8;

  private static final int EMPTY = 10;

  private CombSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path faxes = Path.of(arguments[1]);
    Registrar registrar = new Registrar(blanks(Path.of(arguments[0])));
    Map<String, String> truth = truth(faxes.resolve("fields.csv"));
    List<String> sources =
        truth.keySet().stream().map(k -> k.split("\t", -1)[0]).distinct().sorted().toList();
    List<byte[]> samples =
        sources.parallelStream()
            .flatMap(s -> sample(faxes.resolve(s), s, registrar, truth).stream())
            .toList();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
      for (byte[] sample : samples) {
        out.write(sample);
      }
    }
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

  /** What was written in each comb, by source, page and field. */
  private static Map<String, String> truth(Path fields) throws IOException {
    Map<String, String> truth = new HashMap<>();
    String text = Files.readString(fields, StandardCharsets.UTF_8).replace("\uFEFF", "");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord row : parser) {
        boolean clear =
            row.get("on_page").equals("1") && !row.get("effects").contains("digit_corrected");
        if (clear) {
          truth.put(
              row.get("source") + "\t" + row.get("page") + "\t" + row.get("place"),
              row.get("meant"));
        }
      }
    }
    return truth;
  }

  private static List<byte[]> sample(
      Path fax, String source, Registrar registrar, Map<String, String> truth) {
    List<byte[]> samples = new ArrayList<>();
    try (FaxDocument document = Intake.open(fax, source)) {
      for (int n = 1; n <= document.pageCount(); n++) {
        if (document.page(n) instanceof IntakeOutcome.Decoded decoded
            && registrar.register(decoded.page()) instanceof Registration.Registered registered) {
          RegisteredPage page = registered.page();
          for (Field field : page.form().fields()) {
            String written = truth.get(source + "\t" + n + "\t" + field.id());
            if (field instanceof CombField comb
                && written != null
                && page.damagedShare(comb.area()) < 0.02) {
              samples.addAll(sample(page, comb, written));
            }
          }
        }
      }
    }
    return samples;
  }

  private static List<byte[]> sample(RegisteredPage page, CombField comb, String written) {
    FieldPicture picture = PrintRemoval.writing(page, comb.area());
    List<byte[]> samples = new ArrayList<>();
    for (DigitPatch patch : CombCells.of(page, comb, picture)) {
      int i = samples.size();
      byte[] sample = new byte[1 + 2 * DigitPatch.SIDE * DigitPatch.SIDE];
      sample[0] = (byte) (i < written.length() ? written.charAt(i) - '0' : EMPTY);
      System.arraycopy(patch.digit().pixels(), 0, sample, 1, patch.digit().pixels().length);
      System.arraycopy(
          patch.cell().pixels(),
          0,
          sample,
          1 + patch.digit().pixels().length,
          patch.cell().pixels().length);
      samples.add(sample);
    }
    return samples;
  }
}
