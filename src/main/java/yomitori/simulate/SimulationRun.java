package yomitori.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.simulate.tiff.FaxTiff;

/** Writes many simulated faxes into a folder, one page a file, with the truth beside them. */
public final class SimulationRun {

  /** How many pages a contact sheet shows. */
  public static final int ON_SHEET = 24;

  /** Faxes drawn at once before their truth is written; bounds what is held in memory. */
  private static final int BATCH = 64;

  private SimulationRun() {}

  /** A fax that has been written, without its pixels. */
  private record Written(String source, PageTruth truth, Optional<GrayImage> thumbnail) {}

  /**
   * Writes faxes 1 to {@code count}, on all cores.
   *
   * @param folder made where it is missing
   * @param sheet where to put a contact sheet of the first {@value #ON_SHEET}, if anywhere
   * @throws IOException if the folder cannot be written
   */
  public static void write(
      Simulation simulation, Form form, int count, Path folder, Optional<Path> sheet)
      throws IOException {
    Files.createDirectories(folder);
    List<GrayImage> thumbnails = new ArrayList<>();
    try (TruthFiles truth = new TruthFiles(form, folder)) {
      for (int from = 1; from <= count; from += BATCH) {
        List<Written> batch =
            IntStream.rangeClosed(from, Math.min(count, from + BATCH - 1))
                .parallel()
                .mapToObj(number -> write(simulation, number, folder, sheet.isPresent()))
                .toList();
        for (Written written : batch) {
          truth.add(written.source(), 1, written.truth());
          written.thumbnail().ifPresent(thumbnails::add);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    sheet.ifPresent(png -> ContactSheet.write(thumbnails, png));
  }

  private static Written write(
      Simulation simulation, int number, Path folder, boolean withThumbnail) {
    SimulatedFax fax = simulation.fax(number);
    String source = String.format("fax-%05d.tif", number);
    FaxTiff.TiffPage page = fax.page();
    try {
      Files.write(folder.resolve(source), FaxTiff.write(List.of(page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<GrayImage> thumbnail =
        withThumbnail && number <= ON_SHEET
            ? Optional.of(ContactSheet.thumbnail(page))
            : Optional.empty();
    return new Written(source, fax.truth(), thumbnail);
  }
}
