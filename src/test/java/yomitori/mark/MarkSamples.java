package yomitori.mark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import yomitori.form.BlankRenderer;
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
 * A program, not a test: writes what the mark model would see of every box of simulated faxes, to
 * train it on. Its arguments are the folder of forms, a folder that {@code ./yomitori simulate}
 * wrote, and where to write {@code patches.u8} (2 × 48 × 48 bytes a box: page, blank), {@code
 * labels.u8} (2 × 16 × 64 bytes a box) and {@code samples.csv} (one line a box, in that order).
 */
public final class MarkSamples {

  private static final double BLANK_PX_PER_MM = 8;

  private MarkSamples() {}

  /** One page that was registered. */
  private record Sampled(
      String source, int page, List<MarkReading> readings, List<MarkPatch> patches) {}

  public static void main(String[] arguments) throws IOException {
    Registrar registrar = new Registrar(blanks(Path.of(arguments[0])));
    MarkReader reader = new MarkReader();
    List<Path> faxes;
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      faxes = files.filter(f -> f.toString().matches(".*\\.(tif|pdf|png)")).sorted().toList();
    }
    List<List<Sampled>> sampled =
        faxes.parallelStream().map(fax -> sample(fax, registrar, reader)).toList();
    write(Path.of(arguments[2]), sampled.stream().flatMap(List::stream).toList());
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

  private static List<Sampled> sample(Path fax, Registrar registrar, MarkReader reader) {
    List<Sampled> pages = new ArrayList<>();
    try (FaxDocument document = Intake.open(fax, fax.getFileName().toString())) {
      for (int n = 1; n <= document.pageCount(); n++) {
        if (document.page(n) instanceof IntakeOutcome.Decoded decoded
            && registrar.register(decoded.page()) instanceof Registration.Registered registered) {
          RegisteredPage page = registered.page();
          pages.add(
              new Sampled(decoded.page().source(), n, reader.read(page), reader.patches(page)));
        } else {
          System.err.println("not registered: " + fax + ", page " + n);
        }
      }
    }
    return pages;
  }

  private static void write(Path folder, List<Sampled> pages) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream boxes = stream(folder.resolve("patches.u8"));
        OutputStream labels = stream(folder.resolve("labels.u8"));
        Writer table = Files.newBufferedWriter(folder.resolve("samples.csv"))) {
      table.write("source,page,place,fill,near,frame,outline,fit_near,damaged,log_odds\n");
      for (Sampled page : pages) {
        for (int i = 0; i < page.readings.size(); i++) {
          MarkPatch patch = page.patches.get(i);
          boxes.write(patch.page().box().pixels());
          boxes.write(patch.blank().box().pixels());
          labels.write(patch.page().label().pixels());
          labels.write(patch.blank().label().pixels());
          MarkReading r = page.readings.get(i);
          table.write(
              String.format(
                  Locale.ROOT,
                  "%s,%d,%s,%.5f,%.5f,%.5f,%.5f,%.5f,%.5f,%.4f\n",
                  page.source,
                  page.page,
                  r.checkBox().id(),
                  r.fillRatio(),
                  r.nearbyInk(),
                  r.frameExcess(),
                  r.outlineScore(),
                  r.fitNear(),
                  r.damagedShare(),
                  r.markLogOdds()));
        }
      }
    }
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
