package yomitori.form.foreign;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws the blanks of two forms as somebody else would: in pixels at 200 dpi, with another
 * typeface, and without a thought of who reads them. What it draws is kept in {@code
 * testdata/foreign/forms}.
 */
final class BlankPrinter {

  private final BufferedImage image;
  private final Graphics2D pen;
  private final String family;

  private BlankPrinter(int width, int height, String family) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    this.family = family;
  }

  /**
   * An answer sheet of A4: 40 questions in two columns and a number of five digits, all bubbles.
   */
  static BufferedImage bubbleSheet() {
    BlankPrinter p = new BlankPrinter(1654, 2339, "DejaVu Sans");
    for (int x : new int[] {80, 1534}) {
      for (int y : new int[] {80, 2219}) {
        p.pen.fillRect(x, y, 40, 40);
      }
    }
    p.words("ANSWER SHEET", 560, 170, 44, Font.BOLD);
    p.words(
        "Fill the bubbles completely with a soft pencil. One answer to each question.",
        330,
        230,
        22);
    p.words("Candidate number", 170, 330, 24, Font.BOLD);
    p.frame(160, 350, 300, 470, 1.5);
    for (int column = 0; column < 5; column++) {
      for (int digit = 0; digit < 10; digit++) {
        p.bubble(190 + 52 * column, 370 + 44 * digit, 28, Integer.toString(digit));
      }
    }
    p.words("Name", 560, 400, 24);
    p.line(660, 404, 1480, 404, 1.5);
    p.words("Date", 560, 480, 24);
    p.line(660, 484, 1000, 484, 1.5);
    p.words("Session", 560, 570, 24);
    p.bubble(700, 548, 30, "");
    p.words("morning", 742, 570, 22);
    p.bubble(900, 548, 30, "");
    p.words("afternoon", 942, 570, 22);
    p.words("Do not write outside the bubbles. Erase changed answers cleanly.", 560, 660, 20);
    p.words("Do not fold this sheet.", 560, 700, 20);
    for (int i = 0; i < 40; i++) {
      boolean first = i < 20;
      int y = 930 + 58 * (i % 20);
      p.words("%2d.".formatted(i + 1), first ? 200 : 880, y + 23, 24, Font.BOLD);
      for (int k = 0; k < 4; k++) {
        String letter = "ABCD".substring(k, k + 1);
        if (first) {
          p.bubble(280 + 42 * k, y, 28, letter);
        } else {
          p.words(letter, 964 + 84 * k, y + 22, 20);
          p.bubble(990 + 84 * k, y, 28, "");
        }
      }
    }
    p.frame(160, 890, 560, 1210, 1.5);
    p.frame(840, 890, 640, 1210, 1.5);
    p.words("Form AS-40/2", 730, 2180, 18);
    return p.done();
  }

  /** A reply card of A5 across: brackets, small boxes, a table of boxes and digits to write. */
  static BufferedImage replyCard() {
    BlankPrinter p = new BlankPrinter(1654, 1165, "Liberation Serif");
    p.words("Annual Meeting of Suppliers", 80, 120, 50, Font.BOLD);
    p.words("REPLY CARD", 1250, 116, 40);
    p.line(80, 144, 1574, 144, 3);
    p.words("Customer number", 80, 228, 30);
    for (int i = 0; i < 6; i++) {
      p.frame(330 + 52 * i, 180, 52, 66, 2);
    }
    p.words("Persons", 800, 228, 30);
    for (int i = 0; i < 2; i++) {
      p.frame(930 + 60 * i, 180, 52, 66, 2);
    }
    p.words("We shall", 80, 340, 30);
    String[] answers = {"attend", "send a deputy", "not attend"};
    for (int i = 0; i < 3; i++) {
      p.brackets(240 + 330 * i, 312, 44, 36);
      p.words(answers[i], 300 + 330 * i, 340, 30);
    }
    p.words("Please reserve for us (tick as many as you like):", 80, 430, 28);
    String[] wishes = {
      "lunch", "dinner", "hotel room", "parking space", "works tour", "interpreter"
    };
    for (int i = 0; i < 6; i++) {
      int x = 120 + 460 * (i % 3);
      int y = 466 + 60 * (i / 3);
      p.frame(x, y, 24, 24, 2);
      p.words(wishes[i], x + 40, y + 22, 28);
    }
    p.words("How content are you with us?", 80, 640, 28);
    String[] grades = {"very", "fairly", "little", "not at all"};
    String[] matters = {"Delivery", "Quality", "Prices", "Advice"};
    for (int c = 0; c < 4; c++) {
      p.words(grades[c], 480 + 260 * c, 690, 26);
    }
    for (int r = 0; r <= 5; r++) {
      p.line(
          80,
          656 + (r == 0 ? 0 : 50 + 70 * (r - 1)),
          1574,
          656 + (r == 0 ? 0 : 50 + 70 * (r - 1)),
          1.5);
    }
    for (int x : new int[] {80, 440, 700, 960, 1220, 1574}) {
      p.line(x, 656, x, 986, 1.5);
    }
    for (int r = 0; r < 4; r++) {
      p.words(matters[r], 100, 750 + 70 * r, 28);
      for (int c = 0; c < 4; c++) {
        p.frame(550 + 260 * c, 729 + 70 * r, 24, 24, 2);
      }
    }
    p.words(
        "Return by post or fax before 30 April. Northern Tube Works, Harbour Road 12",
        80,
        1070,
        28);
    p.words("Thank you!", 1420, 1070, 28);
    return p.done();
  }

  private BufferedImage done() {
    pen.dispose();
    return image;
  }

  private void words(String words, int x, int baseline, int sizePx) {
    words(words, x, baseline, sizePx, Font.PLAIN);
  }

  private void words(String words, int x, int baseline, int sizePx, int style) {
    pen.setFont(new Font(family, style, sizePx));
    pen.drawString(words, x, baseline);
  }

  private void line(double x0, double y0, double x1, double y1, double width) {
    pen.setStroke(new BasicStroke((float) width));
    pen.draw(new Line2D.Double(x0, y0, x1, y1));
  }

  private void frame(double x, double y, double w, double h, double width) {
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    pen.draw(new Rectangle2D.Double(x + width / 2, y + width / 2, w - width, h - width));
  }

  private void bubble(double x, double y, double side, String letter) {
    pen.setStroke(new BasicStroke(2));
    pen.draw(new Ellipse2D.Double(x + 1, y + 1, side - 2, side - 2));
    pen.setFont(new Font(family, Font.PLAIN, 17));
    double width = pen.getFontMetrics().getStringBounds(letter, pen).getWidth();
    pen.drawString(letter, (float) (x + side / 2 - width / 2), (float) (y + side / 2 + 6));
  }

  private void brackets(double x, double y, double w, double h) {
    for (int side = 0; side < 2; side++) {
      double edge = side == 0 ? x + 1.25 : x + w - 1.25;
      double arm = side == 0 ? x + 9 : x + w - 9;
      line(edge, y, edge, y + h, 2.5);
      line(edge, y + 1.25, arm, y + 1.25, 2.5);
      line(edge, y + h - 1.25, arm, y + h - 1.25, 2.5);
    }
  }
}
