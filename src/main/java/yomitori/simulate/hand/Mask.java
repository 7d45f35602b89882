package yomitori.simulate.hand;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** How far a shape covers each pixel of a rectangle of the sheet. */
final class Mask {

  /** Reach of the blur that strokes are thickened and thinned with, in sheet pixels. */
  private static final int BLUR_PX = 2;

  /** How softly a stroke's edge ends, as a share of the blur's whole range. */
  private static final float EDGE = 0.25f;

  private final Rectangle place;
  private final float[] cover;

  private Mask(Rectangle place, float[] cover) {
    this.place = place;
    this.cover = cover;
  }

  /** The rectangle, in sheet pixels; may be empty. */
  Rectangle place() {
    return place;
  }

  /** Row by row, 0 not at all to 1 wholly. */
  float[] cover() {
    return cover;
  }

  /** A shape in sheet pixels, with a rim for what may be added to it. */
  static Mask of(Shape shapePx, int sheetWidth, int sheetHeight) {
    Rectangle place = shapePx.getBounds();
    place.grow(BLUR_PX + 1, BLUR_PX + 1);
    place = place.intersection(new Rectangle(sheetWidth, sheetHeight));
    if (place.isEmpty()) {
      return new Mask(new Rectangle(), new float[0]);
    }
    BufferedImage image =
        new BufferedImage(place.width, place.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.translate(-place.x, -place.y);
    g.fill(shapePx);
    g.dispose();
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    float[] cover = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      cover[i] = (grey[i] & 0xff) / 255f;
    }
    return new Mask(place, cover);
  }

  /**
   * The same shape with strokes of another weight, by blurring it and cutting it again.
   *
   * @param weight how strokes change from place to place
   */
  Mask reweighted(Weight weight) {
    float[] blurred = blur(blur(cover, place.width, 1), place.height, place.width);
    float[] cut = new float[cover.length];
    for (int y = 0; y < place.height; y++) {
      for (int x = 0; x < place.width; x++) {
        int at = y * place.width + x;
        if (blurred[at] > 0) {
          float over = blurred[at] - (float) weight.levelAt(x, y);
          cut[at] = Math.max(0, Math.min(1, over / EDGE + 0.5f));
        }
      }
    }
    return new Mask(place, cut);
  }

  /** Where strokes are cut out of their blur: high levels thin them, low ones thicken them. */
  interface Weight {
    /** Beyond these levels thick strokes run together, and thin ones break (seen on samples). */
    double THICKEST_LEVEL = 0.3;

    double THINNEST_LEVEL = 0.6;

    /** The level from 0 to 1 at a pixel of the mask. */
    double levelAt(int x, int y);

    /** The level that moves each edge of a stroke outwards by so many sheet pixels. */
    static double levelFor(double outwardsPx) {
      double level = 0.5 - outwardsPx / (2 * BLUR_PX + 1);
      return Math.max(THICKEST_LEVEL, Math.min(THINNEST_LEVEL, level));
    }
  }

  /** Means over a few values along one direction: rows first with step 1, then columns. */
  private float[] blur(float[] in, int length, int step) {
    float[] out = new float[in.length];
    int lines = in.length / length;
    for (int line = 0; line < lines; line++) {
      int start = step == 1 ? line * length : line;
      for (int i = 0; i < length; i++) {
        float sum = 0;
        for (int k = Math.max(0, i - BLUR_PX); k <= Math.min(length - 1, i + BLUR_PX); k++) {
          sum += in[start + k * step];
        }
        out[start + i * step] = sum / (2 * BLUR_PX + 1);
      }
    }
    return out;
  }
}
