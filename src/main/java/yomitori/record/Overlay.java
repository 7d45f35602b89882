package yomitori.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.PrintItem;
import yomitori.form.TextField;
import yomitori.geometry.Affine;
import yomitori.geometry.RectMm;
import yomitori.mark.MarkReading;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.register.Registration;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Reason;

/**
 * Draws what was read onto a copy of the page: upright, with square pixels, below a line that tells
 * how the page was laid over its form. Colour and shape say the same, so that either suffices: a
 * mark is a thick blue frame with a dot beside it, an empty box a thin green frame, a doubt a
 * dashed orange ring with its reason and confidence. Violet ticks prolong the edges where the form
 * expects them; they meet the printed ones where the form lies well.
 */
public final class Overlay {

  // Told apart by people with any kind of colour vision: after Okabe and Ito.
  private static final Color MARKED = new Color(0, 90, 180);
  private static final Color EMPTY = new Color(0, 140, 100);
  private static final Color DOUBT = new Color(205, 80, 0);
  private static final Color UNREAD = new Color(120, 120, 120);
  private static final Color FORM = new Color(160, 0, 170);
  private static final Color PAPER = new Color(255, 255, 255, 225);
  private static final Color STRIP = new Color(20, 30, 50);
  private static final Color STRIP_WORDS = Color.WHITE;
  private static final Color STRIP_MARKED = new Color(110, 180, 255);
  private static final Color STRIP_EMPTY = new Color(90, 220, 170);
  private static final Color STRIP_DOUBT = new Color(255, 160, 70);
  private static final int FILL_ALPHA = 60;

  private static final BasicStroke THIN = new BasicStroke(1.4f);
  private static final BasicStroke THICK = new BasicStroke(3f);
  private static final BasicStroke DASHED = dashed(2.4f, 6, 4);
  private static final BasicStroke DOTTED = dashed(1.2f, 1, 4);
  private static final float TEXT_PX = 17;

  /**
   * Smaller words cannot be read: a text that is longer than its field is made as small as this.
   */
  private static final double LEAST_SHRINK = 0.75;

  /** Boxes stand closer than fields. */
  private static final double BESIDE_BOX_SHRINK = 0.85;

  private static final int PADDING_PX = 3;
  private static final int STRIP_PX = 30;
  private static final int SIGN_PX = 12;

  /** A ring passes outside the corners of its box. */
  private static final double RING_SIZE = 1.55;

  /** A checkbox's value where it is marked. */
  private static final String ONE = "1";

  private final Graphics2D graphics;
  private final Affine fromPage;
  private final Optional<Font> font;
  private final OverlayWords words;
  private final OverlayLabels labels;

  /**
   * The picture of a page.
   *
   * @param image the picture
   * @param fromPage takes px of the page as received to px of the picture
   */
  public record Picture(BufferedImage image, Affine fromPage) {}

  /** What is drawn of a box. */
  private enum BoxState {
    MARKED,
    EMPTY,
    DOUBT
  }

  private Overlay(Graphics2D graphics, Affine fromPage, BufferedImage paper, Locale locale) {
    this.graphics = graphics;
    this.fromPage = fromPage;
    this.font = OverlayFont.get().map(f -> f.deriveFont(TEXT_PX));
    this.words = new OverlayWords(locale, font);
    this.labels = new OverlayLabels(paper);
    font.ifPresent(graphics::setFont);
  }

  /**
   * Draws a page and what was read on it.
   *
   * @param locale of the words
   */
  public static Picture draw(PageReading reading, Locale locale) {
    Optional<RegisteredPage> registered =
        reading.registration() instanceof Registration.Registered r
            ? Optional.of(r.page())
            : Optional.empty();
    UprightView view = UprightView.of(reading.page(), registered.map(RegisteredPage::transform));
    Affine fromPage = view.fromPage().then(Affine.translate(0, STRIP_PX));
    BufferedImage paper = belowStrip(view.render(reading.page().image()));
    BufferedImage image = belowStrip(paper.getSubimage(0, STRIP_PX, view.width(), view.height()));
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      Overlay overlay = new Overlay(graphics, fromPage, paper, locale);
      registered.ifPresent(page -> overlay.drawReading(page, reading));
      overlay.drawStrip(reading, image.getWidth());
    } finally {
      graphics.dispose();
    }
    return new Picture(image, fromPage);
  }

  /** A copy with room above. */
  private static BufferedImage belowStrip(BufferedImage page) {
    BufferedImage image =
        new BufferedImage(page.getWidth(), page.getHeight() + STRIP_PX, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(page, 0, STRIP_PX, null);
    graphics.dispose();
    return image;
  }

  private void drawReading(RegisteredPage page, PageReading reading) {
    OverlayLines lines = new OverlayLines(page.transform(), fromPage);
    Form form = page.form();
    drawForm(lines, form);
    Map<String, FieldValue> values =
        reading.record().values().stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
    Map<String, RectMm> found =
        reading.marks().stream()
            .collect(Collectors.toMap(m -> m.checkBox().id(), MarkReading::found));
    form.checkBoxes().forEach(box -> labels.keepClear(bounds(lines, box.box())));
    form.fields().forEach(f -> areas(f).forEach(area -> labels.keepClear(bounds(lines, area))));
    for (Field field : form.fields()) {
      FieldValue value = values.get(field.id());
      if (value == null) {
        continue;
      }
      if (field instanceof CheckboxField checkbox) {
        CheckBox box = checkbox.checkBox();
        BoxState state = state(value, ONE, List.of(ONE));
        drawBox(lines, found.getOrDefault(box.id(), box.box()), state);
        if (state == BoxState.DOUBT) {
          boolean marked = value.alternatives().stream().findFirst().equals(Optional.of(ONE));
          BoxState likelier = marked ? BoxState.MARKED : BoxState.EMPTY;
          drawDoubt(lines, box, words.doubt(value, likelier));
        }
      } else if (field instanceof ChoiceField choice) {
        drawChoice(lines, choice, value, found);
      } else {
        drawText(lines, field, value);
      }
    }
  }

  private void drawChoice(
      OverlayLines lines, ChoiceField choice, FieldValue value, Map<String, RectMm> found) {
    List<String> options = choice.options().stream().map(choice::optionId).toList();
    boolean told = false;
    for (CheckBox box : choice.options()) {
      BoxState state = state(value, choice.optionId(box), options);
      drawBox(lines, found.getOrDefault(box.id(), box.box()), state);
      if (state == BoxState.DOUBT && !told) {
        drawDoubt(lines, box, words.doubt(value));
        told = true;
      }
    }
  }

  /**
   * Of a question in doubt only the boxes that may be meant are in doubt; all, where none is named.
   */
  private static BoxState state(FieldValue value, String whenMarked, List<String> options) {
    if (!value.inDoubt()) {
      return value.value().equals(whenMarked) ? BoxState.MARKED : BoxState.EMPTY;
    }
    List<String> meant =
        options.stream()
            .filter(o -> value.value().equals(o) || value.alternatives().contains(o))
            .toList();
    return meant.isEmpty() || meant.contains(whenMarked) ? BoxState.DOUBT : BoxState.EMPTY;
  }

  private void drawForm(OverlayLines lines, Form form) {
    graphics.setColor(FORM);
    graphics.setStroke(THIN);
    for (PrintItem item : form.print()) {
      if (item instanceof PrintItem.Rule rule) {
        graphics.draw(lines.ticks(rule.from(), rule.to()));
      } else if (item instanceof PrintItem.Frame frame) {
        graphics.draw(lines.ticks(frame.area()));
      }
    }
    form.checkBoxes().forEach(box -> graphics.draw(lines.ticks(box.box())));
    graphics.setStroke(DOTTED);
    graphics.draw(lines.polygon(new RectMm(0, 0, form.widthMm(), form.heightMm())));
  }

  private void drawBox(OverlayLines lines, RectMm box, BoxState state) {
    Path2D outline = lines.polygon(box);
    Rectangle2D bounds = outline.getBounds2D();
    switch (state) {
      case EMPTY -> draw(outline, EMPTY, THIN);
      case MARKED -> {
        fill(outline, MARKED);
        draw(outline, MARKED, THICK);
        double dot = bounds.getHeight() / 2;
        graphics.fill(
            new Ellipse2D.Double(
                bounds.getX() - 1.7 * dot, bounds.getCenterY() - dot / 2, dot, dot));
      }
      case DOUBT -> {
        Shape ring = around(bounds);
        fill(ring, DOUBT);
        draw(ring, DOUBT, DASHED);
      }
    }
  }

  private static Shape around(Rectangle2D box) {
    double w = box.getWidth() * RING_SIZE;
    double h = box.getHeight() * RING_SIZE;
    return new Ellipse2D.Double(box.getCenterX() - w / 2, box.getCenterY() - h / 2, w, h);
  }

  private void fill(Shape shape, Color colour) {
    graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA));
    graphics.fill(shape);
  }

  private void draw(Shape shape, Color colour, BasicStroke stroke) {
    graphics.setColor(colour);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  private void drawDoubt(OverlayLines lines, CheckBox box, String doubt) {
    Rectangle2D ring = around(bounds(lines, box.box())).getBounds2D();
    label(doubt, ring, bounds(lines, box.labelArea().orElse(box.box())), DOUBT);
  }

  private void drawText(OverlayLines lines, Field field, FieldValue value) {
    boolean doubt = value.inDoubt();
    boolean unread = value.reason().equals(Optional.of(Reason.NOT_READ));
    Rectangle2D whole = bounds(lines, field.area());
    for (RectMm area : areas(field)) {
      draw(
          lines.polygon(area),
          doubt ? DOUBT : unread ? UNREAD : EMPTY,
          doubt ? DASHED : unread ? DOTTED : THIN);
    }
    String text = doubt ? (value.value() + " " + words.doubt(value)).strip() : value.value();
    if (!text.isEmpty()) {
      label(text, whole, whole, doubt ? DOUBT : MARKED);
    }
  }

  private static List<RectMm> areas(Field field) {
    if (field instanceof CombField comb) {
      return comb.cells();
    }
    return field instanceof AmountField || field instanceof TextField
        ? List.of(field.area())
        : List.of();
  }

  private static Rectangle2D bounds(OverlayLines lines, RectMm area) {
    return lines.polygon(area).getBounds2D();
  }

  private void drawStrip(PageReading reading, int width) {
    graphics.setColor(STRIP);
    graphics.fillRect(0, 0, width, STRIP_PX);
    if (font.isEmpty()) {
      return;
    }
    Fit fit =
        reading.registration() instanceof Registration.Registered registered
            ? registered.page().fit()
            : ((Registration.NotRegistered) reading.registration()).fit();
    PageRecord record = reading.record();
    FontMetrics metrics = graphics.getFontMetrics();
    int baseline = (STRIP_PX - metrics.getHeight()) / 2 + metrics.getAscent();
    int left = width;
    for (BoxState state : new BoxState[] {BoxState.DOUBT, BoxState.EMPTY, BoxState.MARKED}) {
      String word = words.legend(state);
      left -= metrics.stringWidth(word) + 3 * SIGN_PX;
      drawSign(state, left);
      graphics.drawString(word, left + SIGN_PX + 2 * PADDING_PX, baseline);
    }
    graphics.setColor(STRIP_WORDS);
    graphics.clipRect(0, 0, left - 2 * SIGN_PX, STRIP_PX);
    String text =
        String.join(
            "   ",
            words.status(record.status()),
            words.fit(fit),
            record.source() + " (" + record.page() + ")");
    graphics.drawString(text, 2 * PADDING_PX, baseline);
  }

  /** What a box looks like, small. */
  private void drawSign(BoxState state, int left) {
    Rectangle sign = new Rectangle(left, (STRIP_PX - SIGN_PX) / 2, SIGN_PX, SIGN_PX);
    switch (state) {
      case MARKED -> {
        draw(sign, STRIP_MARKED, THICK);
        graphics.fill(new Ellipse2D.Double(left - SIGN_PX, STRIP_PX / 2.0 - 3, 6, 6));
      }
      case EMPTY -> draw(sign, STRIP_EMPTY, THIN);
      case DOUBT -> draw(around(sign), STRIP_DOUBT, DASHED);
    }
  }

  /** Words on a light ground, where they hide least; none where the area is off the picture. */
  private void label(String text, Rectangle2D own, Rectangle2D beside, Color colour) {
    if (font.isEmpty() || !labels.shows(own)) {
      return;
    }
    float natural = graphics.getFontMetrics().stringWidth(text) + 2 * PADDING_PX;
    double shrink =
        own.equals(beside)
            ? Math.min(1, Math.max(LEAST_SHRINK, own.getWidth() / natural))
            : BESIDE_BOX_SHRINK;
    graphics.setFont(font.get().deriveFont((float) (TEXT_PX * shrink)));
    FontMetrics metrics = graphics.getFontMetrics();
    Rectangle place =
        labels.place(own, beside, metrics.stringWidth(text) + 2 * PADDING_PX, metrics.getHeight());
    graphics.setColor(PAPER);
    graphics.fill(place);
    graphics.setColor(colour);
    graphics.drawString(text, place.x + PADDING_PX, place.y + metrics.getAscent());
    graphics.setFont(font.get());
  }

  private static BasicStroke dashed(float width, float on, float off) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {on, off}, 0);
  }
}
