package yomitori.form.foreign;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import yomitori.form.BoxShape;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.RectMm;

/** Answers a foreign sheet by hand: fills bubbles, ticks and crosses boxes, erases, strikes out. */
public final class Respondent {

  /** Of answered choices, how many were first answered otherwise, and how that was undone. */
  private static final double ERASED = 0.04;

  private static final double STRUCK_OUT = 0.03;

  private static final double UNANSWERED = 0.05;

  /** Strokes of the digits 0 to 9 in a square of 1, y downwards; each list is one stroke. */
  private static final double[][][] DIGITS = {
    {{.5, 0, .15, .2, .1, .6, .3, .97, .6, 1, .88, .7, .85, .25, .5, 0}},
    {{.3, .2, .55, 0, .52, 1}},
    {{.12, .25, .35, .02, .7, .05, .82, .3, .5, .65, .1, 1, .9, .97}},
    {{.15, .08, .6, 0, .82, .2, .7, .42, .4, .48, .75, .55, .88, .8, .55, 1, .1, .92}},
    {{.6, 0, .08, .66, .95, .66}, {.66, .4, .64, 1}},
    {{.8, .02, .25, .02, .2, .45, .55, .4, .85, .6, .8, .88, .5, 1, .12, .92}},
    {{.7, 0, .3, .3, .12, .7, .3, .98, .65, .98, .85, .75, .65, .52, .35, .55, .15, .75}},
    {{.1, .05, .9, .03, .55, .5, .4, 1}},
    {
      {
        .8, .15, .5, 0, .2, .15, .3, .4, .7, .55, .85, .8, .5, 1, .15, .82, .3, .55, .7, .38, .8,
        .15
      }
    },
    {{.82, .3, .55, .5, .2, .4, .2, .12, .5, 0, .8, .1, .8, .5, .7, 1}}
  };

  private final SplittableRandom random;
  private final BufferedImage hand;
  private final Graphics2D graphics;
  private final double pxPerMm;
  private final boolean pencil;
  private final int grey;
  private final double widthMm;

  private Respondent(BufferedImage blank, double pxPerMm, SplittableRandom random) {
    this.random = random;
    this.pxPerMm = pxPerMm;
    this.hand =
        new BufferedImage(blank.getWidth(), blank.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    this.graphics = hand.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, hand.getWidth(), hand.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    this.pencil = random.nextBoolean();
    this.grey = pencil ? 70 + random.nextInt(100) : 20 + random.nextInt(50);
    this.widthMm = pencil ? between(0.4, 0.7) : between(0.35, 0.6);
  }

  /** Answers a form. The same seed gives the same sheet. */
  public static Filled answer(Form form, BufferedImage blank, long seed) {
    double pxPerMm = blank.getWidth() / form.widthMm();
    Respondent respondent = new Respondent(blank, pxPerMm, new SplittableRandom(seed));
    Map<String, String> meant = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      meant.put(field.id(), respondent.answer(field));
    }
    respondent.graphics.dispose();
    return new Filled(over(blank, respondent.hand), meant);
  }

  /** Print shows through lead and ink. */
  private static BufferedImage over(BufferedImage blank, BufferedImage hand) {
    BufferedImage paper =
        new BufferedImage(blank.getWidth(), blank.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < paper.getHeight(); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        int print = blank.getRaster().getSample(x, y, 0);
        int ink = hand.getRaster().getSample(x, y, 0);
        paper.getRaster().setSample(x, y, 0, print * ink / 255);
      }
    }
    return paper;
  }

  private String answer(Field field) {
    if (field instanceof ChoiceField choice) {
      return choose(choice);
    }
    if (field instanceof CheckboxField single) {
      boolean ticked = random.nextInt(3) == 0;
      if (ticked) {
        mark(single.checkBox());
      }
      return ticked ? "1" : "0";
    }
    StringBuilder digits = new StringBuilder();
    for (RectMm cell : ((CombField) field).cells()) {
      int digit = random.nextInt(10);
      write(digit, cell);
      digits.append(digit);
    }
    return digits.toString();
  }

  private String choose(ChoiceField choice) {
    if (random.nextDouble() < UNANSWERED) {
      return "";
    }
    List<CheckBox> options = choice.options();
    int meant = random.nextInt(options.size());
    CheckBox other = options.get((meant + 1 + random.nextInt(options.size() - 1)) % options.size());
    double slip = random.nextDouble();
    if (slip < ERASED && pencil) {
      scribble(other.box(), 205 + random.nextInt(25), 0.55, 0.9);
    } else if (slip < ERASED + STRUCK_OUT) {
      mark(other);
      RectMm around = other.box().grow(0.9);
      stroke(around.x(), around.y(), around.right(), around.bottom());
      stroke(around.right(), around.y(), around.x(), around.bottom());
    }
    mark(options.get(meant));
    return choice.optionId(options.get(meant));
  }

  private void mark(CheckBox box) {
    RectMm area = box.box();
    if (box.shape() == BoxShape.ROUND && random.nextDouble() < 0.85) {
      scribble(area, grey + random.nextInt(20), widthMm, between(0.75, 1));
      return;
    }
    double s = between(0.6, 0.95) * Math.min(area.w(), area.h()) / 2;
    double x = area.centre().x() + between(-0.25, 0.25);
    double y = area.centre().y() + between(-0.25, 0.25);
    if (random.nextBoolean()) {
      stroke(x - s, y - s, x + s, y + s);
      stroke(x + s, y - s, x - s, y + s);
    } else {
      stroke(x - s, y, x - s / 3, y + s, x + 1.5 * s, y - 1.2 * s);
    }
  }

  /** Fills an oval to and fro, more or less fully. */
  private void scribble(RectMm area, int tone, double penMm, double fullness) {
    double rx = area.w() / 2 - penMm / 2;
    double ry = area.h() / 2 - penMm / 2;
    double cx = area.centre().x() + between(-0.2, 0.2);
    double cy = area.centre().y() + between(-0.2, 0.2);
    int lines = (int) Math.round(fullness * 2.4 * ry / penMm) + 2;
    double[] points = new double[4 * lines];
    for (int i = 0; i < lines; i++) {
      double v = lines == 1 ? 0 : 2.0 * i / (lines - 1) - 1;
      double reach = rx * Math.sqrt(Math.max(0.1, 1 - v * v)) * fullness;
      boolean right = i % 2 == 0;
      points[4 * i] = cx + (right ? -reach : reach) + between(-0.12, 0.12);
      points[4 * i + 1] = cy + v * ry * fullness + between(-0.1, 0.1);
      points[4 * i + 2] = cx + (right ? reach : -reach) + between(-0.12, 0.12);
      points[4 * i + 3] = cy + v * ry * fullness + between(-0.1, 0.1);
    }
    draw(tone, penMm, points);
  }

  private void write(int digit, RectMm cell) {
    double h = between(0.55, 0.72) * cell.h();
    double w = between(0.5, 0.65) * Math.min(h, cell.w());
    double x = cell.centre().x() - w / 2 + between(-0.4, 0.4);
    double y = cell.centre().y() - h / 2 + between(-0.4, 0.4);
    for (double[] line : DIGITS[digit]) {
      double[] points = new double[line.length];
      for (int i = 0; i < line.length; i += 2) {
        points[i] = x + w * line[i] + between(-0.1, 0.1);
        points[i + 1] = y + h * line[i + 1] + between(-0.1, 0.1);
      }
      draw(Math.min(grey, 90), 0.45, points);
    }
  }

  private void stroke(double... points) {
    draw(grey, widthMm, points);
  }

  private void draw(int tone, double penMm, double... points) {
    graphics.setColor(new Color(tone, tone, tone));
    graphics.setStroke(
        new BasicStroke((float) (penMm * pxPerMm), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    path.moveTo(points[0] * pxPerMm, points[1] * pxPerMm);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i] * pxPerMm, points[i + 1] * pxPerMm);
    }
    graphics.draw(path);
  }

  private double between(double least, double most) {
    return random.nextDouble(least, most);
  }
}
