package yomitori.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import yomitori.geometry.GrayImage;
import yomitori.natives.OnnxNet;
import yomitori.text.LinePicture.Part;

/**
 * Reads a line with PP-OCRv6, a net for printed and handwritten Chinese and Japanese, cut down to
 * the characters of JIS X 0208. Where it is from and how it was cut: {@code src/train/lines}.
 * Thread-safe.
 */
public final class LineModel implements LineEngine {

  /** The height of the pictures that the net was trained on. */
  private static final int HEIGHT_PX = 48;

  /** A line is shown at least this high, in px of 8 to the mm, so that a dash stays a dash. */
  private static final int LEAST_HEIGHT_PX = 44;

  private static final int BORDER_PX = 4;

  /** The net makes nothing of narrower pictures. */
  private static final int LEAST_WIDTH_PX = 48;

  private static LineModel standard;

  private final OnnxNet net;
  private final CtcAlphabet alphabet;

  private LineModel(OnnxNet net, List<String> characters) {
    this.net = net;
    this.alphabet = new CtcAlphabet(characters);
  }

  /**
   * The model that comes with the program, loaded once for each process.
   *
   * @throws UncheckedIOException if it or ONNX Runtime cannot be unpacked
   * @throws UnsatisfiedLinkError if ONNX Runtime has no library for this machine
   */
  public static synchronized LineModel standard() {
    if (standard == null) {
      standard =
          new LineModel(OnnxNet.load(LineModel.class, "lines.onnx"), characters("lines.txt"));
    }
    return standard;
  }

  private static List<String> characters(String resource) {
    try (InputStream in = LineModel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public LineText read(GrayImage grey, Part line) {
    return steps(grey, line).text();
  }

  /** All that the net sees along the line. */
  CtcLine steps(GrayImage grey, Part line) {
    int above = Math.max(BORDER_PX, (LEAST_HEIGHT_PX - line.height()) / 2);
    Part shown =
        new Part(
            line.x0() - BORDER_PX, line.y0() - above, line.x1() + BORDER_PX, line.y1() + above);
    GrayImage picture = LinePicture.scaled(grey, line, shown, (double) HEIGHT_PX / shown.height());
    int width = Math.max(LEAST_WIDTH_PX, picture.width());
    FloatBuffer pixels = FloatBuffer.allocate(HEIGHT_PX * width);
    for (int y = 0; y < HEIGHT_PX; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = x < picture.width() && y < picture.height();
        int value = inside ? picture.get(x, y) : GrayImage.WHITE;
        pixels.put(value / 127.5f - 1);
      }
    }
    return new CtcLine(
        alphabet,
        net.run(List.of(new OnnxNet.Input("x", pixels, List.of(1, 1, HEIGHT_PX, width)))));
  }
}
