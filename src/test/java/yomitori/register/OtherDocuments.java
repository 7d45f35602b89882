package yomitori.register;

import java.util.Random;
import yomitori.form.PrintItem;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.simulate.JmaForm;

/** Standard faxes of documents that are no known form, for tests: cheap to draw, seeded. */
enum OtherDocuments {
  LETTER {
    @Override
    void draw(Pen pen) {
      pen.lines(20, 190, 30, 60 + pen.random.nextInt(210), 0.9);
    }
  },
  COVER_SHEET {
    @Override
    void draw(Pen pen) {
      pen.words(60, 150, 25, 9);
      for (int y = 60; y < 130; y += 12) {
        pen.words(25, 60, y, 4);
        pen.ink(65, y + 4, 110, 0.3);
      }
      pen.lines(25, 185, 150, 150 + pen.random.nextInt(100), 0.7);
    }
  },
  TABLE {
    @Override
    void draw(Pen pen) {
      int rows = 8 + pen.random.nextInt(25);
      int columns = 2 + pen.random.nextInt(6);
      double high = 230.0 / rows;
      double wide = 170.0 / columns;
      for (int j = 0; j <= rows; j++) {
        pen.ink(20, 30 + j * high, 170, 0.3);
        for (int i = 0; i < columns && j < rows; i++) {
          pen.words(22 + i * wide, 18 + (i + 1) * wide, 32 + j * high, 3);
        }
      }
      for (int i = 0; i <= columns; i++) {
        pen.ink(20 + i * wide, 30, 0.3, 230);
      }
    }
  },
  CHECK_LIST {
    @Override
    void draw(Pen pen) {
      pen.words(40, 170, 20, 7);
      double step = 6 + pen.random.nextInt(6);
      double second = 100 + pen.random.nextInt(10);
      for (double y = 40; y < 270; y += step) {
        for (double x : new double[] {15, second}) {
          pen.frame(new RectMm(x, y, 3.8, 3.8));
          pen.words(x + 7, x + 35 + pen.random.nextInt(45), y, 3.5);
        }
      }
    }
  },
  NEWSPAPER {
    @Override
    void draw(Pen pen) {
      int columns = 3 + pen.random.nextInt(3);
      double wide = 180.0 / columns;
      pen.words(15, 195, 15, 14);
      for (int i = 0; i < columns; i++) {
        pen.lines(15 + i * wide, 11 + (i + 1) * wide, 38, 280, 1);
      }
    }
  },
  THE_FORMS_FRAME_WITH_OTHER_WORDS {
    @Override
    void draw(Pen pen) {
      for (PrintItem item : JmaForm.FORM.print()) {
        if (item instanceof PrintItem.Frame frame) {
          pen.frame(frame.area());
        }
      }
      pen.lines(20, 95, 60, 270, 0.8);
      pen.lines(110, 190, 60, 270, 0.8);
    }
  },
  NEXT_TO_NOTHING {
    @Override
    void draw(Pen pen) {
      pen.words(15, 195, 3, 2.5);
      if (pen.random.nextBoolean()) {
        pen.ink(0, 0, pen.random.nextInt(210), pen.random.nextInt(297));
      }
    }
  };

  private static final double PX_PER_MM_X = 8.03;
  private static final double PX_PER_MM_Y = 3.86;

  abstract void draw(Pen pen);

  /** One of them; the same for the same seed. */
  Page page(long seed) {
    Pen pen = new Pen(GrayImage.white(1728, 1146), new Random(seed));
    draw(pen);
    return new Page(
        name(),
        1,
        "0",
        pen.image,
        new Resolution(204, 98),
        Page.RowDamage.none(pen.image.height()));
  }

  /** Draws in mm on a standard fax. */
  record Pen(GrayImage image, Random random) {

    void ink(double x, double y, double w, double h) {
      int right = (int) Math.min(image.width(), Math.ceil((x + w) * PX_PER_MM_X));
      int bottom = (int) Math.min(image.height(), Math.ceil((y + h) * PX_PER_MM_Y));
      for (int j = (int) (y * PX_PER_MM_Y); j < bottom; j++) {
        for (int i = (int) (x * PX_PER_MM_X); i < right; i++) {
          image.set(i, j, 0);
        }
      }
    }

    void frame(RectMm area) {
      ink(area.x(), area.y(), area.w(), 0.3);
      ink(area.x(), area.bottom(), area.w(), 0.3);
      ink(area.x(), area.y(), 0.3, area.h());
      ink(area.right(), area.y(), 0.3, area.h());
    }

    /** A line of what looks like characters from afar. */
    void words(double from, double to, double y, double size) {
      for (double x = from; x + size < to; x += size * 1.05) {
        if (random.nextInt(9) == 0) {
          continue;
        }
        for (int stroke = 0; stroke < 4; stroke++) {
          double along = random.nextDouble() * size * 0.8;
          if (random.nextBoolean()) {
            ink(x, y + along, size * 0.85, size * 0.08);
          } else {
            ink(x + along, y, size * 0.08, size * 0.85);
          }
        }
      }
    }

    void lines(double from, double to, double top, double bottom, double full) {
      double size = 3 + random.nextDouble();
      for (double y = top; y < bottom; y += size * 1.7) {
        double end = random.nextDouble() < full ? to : from + (to - from) * random.nextDouble();
        words(from, end, y, size);
      }
    }
  }
}
