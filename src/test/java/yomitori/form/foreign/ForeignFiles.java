package yomitori.form.foreign;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import yomitori.form.Form;
import yomitori.form.FormLibrary;

/**
 * The files of {@code testdata/foreign}: the blanks, a few answered sheets and what was meant on
 * them.
 */
public final class ForeignFiles {

  /** Where the files are kept. */
  public static final Path FOLDER = Path.of("testdata/foreign");

  /** The definitions and blanks. */
  public static final FormLibrary FORMS = new FormLibrary(FOLDER.resolve("forms"));

  private static final int SAMPLES = 3;

  /** The samples' seeds lie far from those that tests count from 1. */
  private static final long FIRST_SAMPLE_SEED = 9001;

  /** How a sheet becomes a file. */
  public enum Kind {
    SCAN(0.72f),
    PHOTO(0.7f);

    private final float quality;

    Kind(float quality) {
      this.quality = quality;
    }

    BufferedImage capture(BufferedImage paper, long seed) {
      return this == SCAN ? Capture.scan(paper, seed) : Capture.photograph(paper, seed);
    }
  }

  private ForeignFiles() {}

  /**
   * Writes everything anew into the working folder's {@code testdata/foreign}. {@code blanks} as
   * the one argument draws the blanks too, for which DejaVu Sans and Liberation Serif must be
   * there.
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals("blanks")) {
      ImageIO.write(
          BlankPrinter.bubbleSheet(),
          "png",
          FORMS.folderOf("bubble-sheet").resolve("blank.png").toFile());
      ImageIO.write(
          BlankPrinter.replyCard(),
          "png",
          FORMS.folderOf("reply-card").resolve("blank.png").toFile());
    }
    for (String id : FORMS.ids()) {
      List<String> truth = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        for (int i = 0; i < SAMPLES; i++) {
          truth.add(write(id, kind, FIRST_SAMPLE_SEED + i, FOLDER.resolve(id)));
        }
      }
      Form form = FORMS.load(id);
      truth.add(0, head(form));
      Files.write(FOLDER.resolve(id).resolve("truth.csv"), truth, StandardCharsets.UTF_8);
    }
  }

  /** The first row of the truth. */
  public static String head(Form form) {
    return "source,page,form,"
        + String.join(",", form.fields().stream().map(field -> field.id()).toList());
  }

  /**
   * Writes one answered sheet as JPEG, named after its kind and seed.
   *
   * @return its row of the truth
   */
  public static String write(String id, Kind kind, long seed, Path folder) throws IOException {
    BufferedImage blank = ImageIO.read(FORMS.folderOf(id).resolve("blank.png").toFile());
    Filled filled = Respondent.answer(FORMS.load(id), blank, seed);
    String name = kind.name().toLowerCase(Locale.ROOT) + "-" + seed + ".jpg";
    jpeg(kind.capture(filled.image(), seed), kind.quality, folder.resolve(name));
    return name + ",1," + id + "," + String.join(",", filled.meant().values());
  }

  private static void jpeg(BufferedImage image, float quality, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    try (OutputStream out = Files.newOutputStream(file);
        MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
