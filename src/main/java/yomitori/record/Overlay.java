package yomitori.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
import yomitori.form.PrintItem;
import yomitori.form.TextField;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.mark.MarkReading;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.register.Registration;
import yomitori.resolve.FieldValue;

/**
 * Draws what was read onto a copy of the page: upright, with square pixels, so that a person sees
 * at a glance whether the form sits on the page and every value beside its field. Marks read as
 * made are blue, empty boxes green, everything in doubt orange, the form's own rules thin violet.
 */
public final class Overlay {

  private static final Color MARKED = new Color(20, 80, 220);
  private static final Color MARKED_FILL = new Color(20, 80, 220, 80);
  private static final Color EMPTY = new Color(0, 140, 60);
  private static final Color DOUBT = new Color(235, 110, 0);
  private static final Color DOUBT_FILL = new Color(235, 110, 0, 70);
  private static final Color FORM = new Color(150, 0, 160, 120);
  private static final Color PAPER = new Color(255, 255, 255, 215);
  private static final Color STRIP = new Color(20, 30, 50, 215);

  private static final BasicStroke THIN = new BasicStroke(1.2f);
  private static final BasicStroke THICK = new BasicStroke(2.4f);
  private static final float TEXT_PX = 16;
  private static final float DOUBT_SIGN_PX = 26;
  private static final int PADDING_PX = 3;

  /** Curved paper bends a rule by less than a pixel over this length. */
  private static final double RULE_STEP_MM = 10;

  private final Graphics2D graphics;
  private final Affine fromPage;
  private final Optional<Font> font;

  /**
   * The picture of a page.
   *
   * @param image the picture
   * @param fromPage takes px of the page as received to px of the picture
   */
  public record Picture(BufferedImage image, Affine fromPage) {}

  private Overlay(Graphics2D graphics, Affine fromPage) {
    this.graphics = graphics;
    this.fromPage = fromPage;
    this.font = OverlayFont.get().map(f -> f.deriveFont(TEXT_PX));
    font.ifPresent(graphics::setFont);
  }

  /** Draws a page and what was read on it. */
  public static Picture draw(PageReading reading) {
    Optional<RegisteredPage> registered =
        reading.registration() instanceof Registration.Registered r
            ? Optional.of(r.page())
            : Optional.empty();
    UprightView view = UprightView.of(reading.page(), registered.map(RegisteredPage::transform));
    BufferedImage image = view.render(reading.page().image());
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      Overlay overlay = new Overlay(graphics, view.fromPage());
      registered.ifPresent(page -> overlay.drawReading(page, reading));
      overlay.drawStrip(reading);
    } finally {
      graphics.dispose();
    }
    return new Picture(image, view.fromPage());
  }

  private void drawReading(RegisteredPage page, PageReading reading) {
    PageTransform transform = page.transform();
    drawForm(page);
    Map<String, FieldValue> values =
        reading.record().values().stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
    Map<String, RectMm> found =
        reading.marks().stream()
            .collect(Collectors.toMap(m -> m.checkBox().id(), MarkReading::found));
    for (Field field : page.form().fields()) {
      FieldValue value = values.get(field.id());
      if (value == null) {
        continue;
      }
      if (field instanceof CheckboxField checkbox) {
        CheckBox box = checkbox.checkBox();
        drawBox(transform, found.getOrDefault(box.id(), box.box()), state(value, "1"));
      } else if (field instanceof ChoiceField choice) {
        for (CheckBox box : choice.options()) {
          drawBox(
              transform,
              found.getOrDefault(box.id(), box.box()),
              state(value, choice.optionId(box)));
        }
      } else {
        drawText(transform, field, value);
      }
    }
  }

  /** What is drawn of a box. */
  private enum BoxState {
    EMPTY,
    MARKED,
    DOUBT
  }

  private static BoxState state(FieldValue value, String whenMarked) {
    if (value.value().equals(FieldValue.IN_DOUBT)) {
      return BoxState.DOUBT;
    }
    boolean marked = value.value().equals(whenMarked);
    if (value.inDoubt() && (marked || value.value().isEmpty())) {
      return BoxState.DOUBT;
    }
    return marked ? BoxState.MARKED : BoxState.EMPTY;
  }

  private void drawForm(RegisteredPage page) {
    graphics.setColor(FORM);
    graphics.setStroke(THIN);
    for (PrintItem item : page.form().print()) {
      if (item instanceof PrintItem.Rule rule) {
        graphics.draw(line(page.transform(), rule.from(), rule.to()));
      } else if (item instanceof PrintItem.Frame frame) {
        graphics.draw(polygon(page.transform(), frame.area()));
      }
    }
    RectMm sheet = new RectMm(0, 0, page.form().widthMm(), page.form().heightMm());
    graphics.draw(polygon(page.transform(), sheet));
  }

  private void drawBox(PageTransform transform, RectMm box, BoxState state) {
    Path2D outline = polygon(transform, box);
    switch (state) {
      case EMPTY -> {
        graphics.setColor(EMPTY);
        graphics.setStroke(THIN);
      }
      case MARKED -> {
        graphics.setColor(MARKED_FILL);
        graphics.fill(outline);
        graphics.setColor(MARKED);
        graphics.setStroke(THICK);
      }
      case DOUBT -> {
        graphics.setColor(DOUBT_FILL);
        graphics.fill(outline);
        graphics.setColor(DOUBT);
        graphics.setStroke(THICK);
      }
    }
    graphics.draw(outline);
    if (state == BoxState.DOUBT) {
      Rectangle2D bounds = outline.getBounds2D();
      font.ifPresent(f -> graphics.setFont(f.deriveFont(DOUBT_SIGN_PX)));
      words("?", bounds.getX() - DOUBT_SIGN_PX, bounds.getMaxY(), DOUBT);
      font.ifPresent(graphics::setFont);
    }
  }

  private void drawText(PageTransform transform, Field field, FieldValue value) {
    boolean doubt = value.inDoubt();
    graphics.setColor(doubt ? DOUBT : EMPTY);
    graphics.setStroke(doubt ? THICK : THIN);
    Rectangle2D bounds = null;
    for (RectMm area : areas(field)) {
      Path2D outline = polygon(transform, area);
      graphics.draw(outline);
      bounds = bounds == null ? outline.getBounds2D() : bounds.createUnion(outline.getBounds2D());
    }
    String text = doubt && value.value().isEmpty() ? FieldValue.IN_DOUBT : value.value();
    if (bounds != null && !text.isEmpty()) {
      words(text, bounds.getX(), bounds.getY() - PADDING_PX, doubt ? DOUBT : MARKED);
    }
  }

  private static List<RectMm> areas(Field field) {
    if (field instanceof CombField comb) {
      return comb.cells();
    }
    if (field instanceof AmountField amount) {
      return List.of(amount.area());
    }
    return field instanceof TextField text ? List.of(text.area()) : List.of();
  }

  private void drawStrip(PageReading reading) {
    Fit fit =
        reading.registration() instanceof Registration.Registered registered
            ? registered.page().fit()
            : ((Registration.NotRegistered) reading.registration()).fit();
    PageRecord record = reading.record();
    String text =
        String.format(
            Locale.ROOT,
            "%s   fit %.0f %% of %d, %.2f mm   %s (%d)",
            record.status().name().toLowerCase(Locale.ROOT),
            fit.matched() * 100,
            fit.anchors(),
            fit.residualMm(),
            record.source(),
            record.page());
    if (font.isPresent()) {
      FontMetrics metrics = graphics.getFontMetrics();
      graphics.setColor(STRIP);
      graphics.fillRect(
          0, 0, metrics.stringWidth(text) + 4 * PADDING_PX, metrics.getHeight() + 2 * PADDING_PX);
      graphics.setColor(Color.WHITE);
      graphics.drawString(text, 2 * PADDING_PX, PADDING_PX + metrics.getAscent());
    }
  }

  /** Small words on a light ground, standing on a baseline. */
  private void words(String text, double x, double baseline, Color colour) {
    if (font.isEmpty()) {
      return;
    }
    FontMetrics metrics = graphics.getFontMetrics();
    int left = (int) Math.round(x);
    int bottom = (int) Math.round(baseline);
    graphics.setColor(PAPER);
    graphics.fillRect(
        left, bottom - metrics.getAscent(), metrics.stringWidth(text), metrics.getHeight());
    graphics.setColor(colour);
    graphics.drawString(text, left, bottom);
  }

  private Path2D polygon(PageTransform transform, RectMm area) {
    Path2D path = new Path2D.Double();
    PointMm[] corners = {
      new PointMm(area.x(), area.y()),
      new PointMm(area.right(), area.y()),
      new PointMm(area.right(), area.bottom()),
      new PointMm(area.x(), area.bottom())
    };
    for (int i = 0; i < corners.length; i++) {
      path.append(line(transform, corners[i], corners[(i + 1) % corners.length]), true);
    }
    path.closePath();
    return path;
  }

  private Path2D line(PageTransform transform, PointMm from, PointMm to) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    int steps = Math.max(1, (int) Math.ceil(length / RULE_STEP_MM));
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      PointPx p =
          transform.toPage(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
      double x = fromPage.mapX(p.x(), p.y());
      double y = fromPage.mapY(p.x(), p.y());
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
