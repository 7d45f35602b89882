package yomitori.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import yomitori.form.AmountField;
import yomitori.form.CombField;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.register.Blank;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;

/** A small form, and faxes of it: drawn finely, written on, and sent down to one-bit pixels. */
final class SampleSheet {

  static final Resolution FINE = new Resolution(204, 196);
  static final Resolution STANDARD = new Resolution(204, 98);

  static final Font PRINTED =
      font("/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf");
  static final Font GOTHIC = font("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf");
  static final Font KLEE = font("/usr/share/fonts/truetype/klee/KleeOne-Regular.ttf");
  static final Font SETO = font("/usr/share/fonts/truetype/seto/setofont.ttf");

  static final String PREFECTURE = "prefecture";
  static final String NAME = "institution_name";
  static final String CODE = "institution_code";
  static final String COST = "cost";
  static final String OTHER = "other";

  private static final double WIDTH_MM = 110;
  private static final double HEIGHT_MM = 75;
  private static final double FINE_PX_PER_MM = 16;
  private static final double PT_TO_MM = 25.4 / 72;

  static final Form FORM =
      new Form(
          "sample",
          "1",
          "Sample",
          WIDTH_MM,
          HEIGHT_MM,
          List.of(
              new TextField(PREFECTURE, "所属都道府県", new RectMm(30, 6, 40, 8), 1, Prefectures.NAMES),
              new TextField(NAME, "医療機関名", new RectMm(25, 18, 80, 8), 1, List.of()),
              new CombField(
                  CODE,
                  "コード",
                  IntStream.range(0, 7).mapToObj(i -> new RectMm(40 + 7 * i, 30, 6.5, 8)).toList()),
              new AmountField(COST, "費用", new RectMm(30, 42, 30, 7), "万円", 99999),
              new TextField(OTHER, "その他", new RectMm(25, 53, 80, 15), 2, List.of())),
          List.of());

  private static final Blank BLANK = new Blank(FORM, blankImage(), FINE_PX_PER_MM);

  private SampleSheet() {}

  /** What is written where: the font's size says how large. */
  record Writing(String text, Font font) {}

  /** Draws the form with writing on it, then one fax pixel for each area of the fine drawing. */
  static RegisteredPage fax(Map<String, Writing> writing, Resolution resolution, long seed) {
    Random random = new Random(seed);
    BufferedImage sheet = drawBlank();
    Graphics2D g = graphics(sheet);
    for (var field : FORM.fields()) {
      Writing w = writing.get(field.id());
      if (w != null) {
        write(g, field, w, random);
      }
    }
    g.dispose();
    return sent(sheet, resolution, random);
  }

  /** The bare form with dirt that is no writing: streaks, specks, a neighbour's stroke. */
  static RegisteredPage dirty(Resolution resolution, long seed) {
    Random random = new Random(seed);
    BufferedImage sheet = drawBlank();
    Graphics2D g = graphics(sheet);
    for (int i = random.nextInt(3); i > 0; i--) {
      double x = random.nextDouble(WIDTH_MM);
      g.setStroke(new BasicStroke((float) (0.1 + random.nextDouble(0.25))));
      g.draw(new Line2D.Double(x, 0, x, HEIGHT_MM));
    }
    for (int i = random.nextInt(60); i > 0; i--) {
      double d = 0.1 + random.nextDouble(0.2);
      g.fill(
          new Rectangle2D.Double(random.nextDouble(WIDTH_MM), random.nextDouble(HEIGHT_MM), d, d));
    }
    g.setStroke(new BasicStroke(0.35f));
    for (var area : List.of(new RectMm(30, 6, 40, 8), new RectMm(25, 18, 80, 8))) {
      double x = area.x() + random.nextDouble(area.w());
      g.draw(new Line2D.Double(x, area.y() - 2.5, x + 0.4, area.y() + 0.5));
    }
    g.dispose();
    return sent(sheet, resolution, random);
  }

  /** The bare form with what is drawn on it, in mm and black. */
  static RegisteredPage drawn(Resolution resolution, long seed, Consumer<Graphics2D> drawing) {
    BufferedImage sheet = drawBlank();
    Graphics2D g = graphics(sheet);
    drawing.accept(g);
    g.dispose();
    return sent(sheet, resolution, new Random(seed));
  }

  private static RegisteredPage sent(BufferedImage sheet, Resolution resolution, Random random) {
    int width = (int) (WIDTH_MM * resolution.pxPerMmX());
    int height = (int) (HEIGHT_MM * resolution.pxPerMmY());
    double phaseX = random.nextDouble() / resolution.pxPerMmX();
    double phaseY = random.nextDouble() / resolution.pxPerMmY();
    GrayImage image = GrayImage.white(width, height);
    byte[] fine = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double mean =
            mean(
                fine,
                sheet.getWidth(),
                sheet.getHeight(),
                (x / resolution.pxPerMmX() + phaseX) * FINE_PX_PER_MM,
                (y / resolution.pxPerMmY() + phaseY) * FINE_PX_PER_MM,
                FINE_PX_PER_MM / resolution.pxPerMmX(),
                FINE_PX_PER_MM / resolution.pxPerMmY());
        boolean flipped = random.nextInt(2000) == 0;
        image.set(x, y, (mean < 150) != flipped ? 0 : GrayImage.WHITE);
      }
    }
    // Registration is good to a few tenths of a millimetre.
    double errorX = phaseX + 0.15 * random.nextGaussian();
    double errorY = phaseY + 0.15 * random.nextGaussian();
    Affine affine =
        Affine.translate(-errorX, -errorY)
            .then(Affine.scale(resolution.pxPerMmX(), resolution.pxPerMmY()));
    Page page =
        new Page("sample", 1, "0".repeat(64), image, resolution, Page.RowDamage.none(height));
    return new RegisteredPage(page, BLANK, PageTransform.of(affine), new Fit(1, 10, 0.2));
  }

  private static double mean(
      byte[] fine, int width, int height, double x, double y, double w, double h) {
    int sum = 0;
    int n = 0;
    for (int j = (int) y; j < y + h && j < height; j++) {
      for (int i = (int) x; i < x + w && i < width; i++) {
        sum += fine[j * width + i] & 0xff;
        n++;
      }
    }
    return n == 0 ? GrayImage.WHITE : (double) sum / n;
  }

  private static void write(Graphics2D g, yomitori.form.Field field, Writing w, Random random) {
    if (field instanceof CombField comb) {
      for (int i = 0; i < Math.min(comb.cells().size(), w.text().length()); i++) {
        String digit = w.text().substring(i, i + 1);
        RectMm cell = comb.cells().get(i);
        double width = g.getFontMetrics(w.font()).stringWidth(digit);
        line(
            g,
            digit,
            w.font(),
            cell.centre().x() - width / 2 + 0.4 * random.nextGaussian(),
            cell.bottom() - 1.8 + 0.3 * random.nextGaussian());
      }
    } else if (field instanceof AmountField amount) {
      line(g, w.text(), w.font(), amount.area().x() + 3, amount.area().bottom() - 1.4);
    } else if (field instanceof TextField text) {
      String[] lines = w.text().split("\n", -1);
      double pitch = text.area().h() / text.lines();
      for (int i = 0; i < lines.length; i++) {
        double baseline = text.area().y() + (i + 1) * pitch - 1.5 + 0.2 * random.nextGaussian();
        line(g, lines[i], w.font(), text.area().x() + 2 + random.nextDouble(3), baseline);
      }
    }
  }

  private static void line(Graphics2D g, String text, Font font, double x, double y) {
    g.setFont(font);
    // Nobody writes past the edge: what is too long is written smaller.
    double room = WIDTH_MM - 6 - x;
    double width = g.getFontMetrics().getStringBounds(text, g).getWidth();
    if (width > room) {
      g.setFont(font.deriveFont((float) (font.getSize2D() * room / width)));
    }
    g.drawString(text, (float) x, (float) y);
  }

  private static GrayImage blankImage() {
    BufferedImage sheet = drawBlank();
    byte[] pixels = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    return new GrayImage(sheet.getWidth(), sheet.getHeight(), pixels.clone());
  }

  private static BufferedImage drawBlank() {
    BufferedImage sheet =
        new BufferedImage(
            (int) (WIDTH_MM * FINE_PX_PER_MM),
            (int) (HEIGHT_MM * FINE_PX_PER_MM),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = graphics(sheet);
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH_MM, HEIGHT_MM));
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(0.25f));
    for (var field : FORM.fields()) {
      if (field instanceof CombField comb) {
        comb.cells().forEach(c -> g.draw(new Rectangle2D.Double(c.x(), c.y(), c.w(), c.h())));
      } else if (field instanceof AmountField amount) {
        rule(g, amount.area());
        line(g, "万円", PRINTED.deriveFont(size(10)), amount.area().right() + 1, 48);
      } else if (field instanceof TextField text) {
        double pitch = text.area().h() / text.lines();
        for (int i = 0; i < text.lines(); i++) {
          rule(g, new RectMm(text.area().x(), text.area().y() + i * pitch, text.area().w(), pitch));
        }
        line(g, text.label(), PRINTED.deriveFont(size(9)), 2, text.area().y() + 6);
      }
    }
    g.dispose();
    return sheet;
  }

  private static void rule(Graphics2D g, RectMm area) {
    g.draw(new Line2D.Double(area.x(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5));
  }

  /** A size of type in points, as a size in the drawing's millimetres. */
  static float size(double points) {
    return (float) (points * PT_TO_MM);
  }

  private static Graphics2D graphics(BufferedImage sheet) {
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.BLACK);
    g.scale(FINE_PX_PER_MM, FINE_PX_PER_MM);
    return g;
  }

  private static Font font(String path) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new File(path));
    } catch (FontFormatException e) {
      throw new IllegalStateException(path, e);
    } catch (IOException e) {
      throw new UncheckedIOException("install the fonts named in docs/install.md: " + path, e);
    }
  }
}
