package yomitori.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import yomitori.geometry.GrayImage;

/**
 * A program, not a test: writes what the digit model would see of loose cells, to train it on. Its
 * arguments are the file of cells that {@code draw_cells.py} wrote and the file to write: for each
 * cell its class and 2 × 32 × 32 bytes (the writing, the cell).
 */
public final class DigitSamples {

  private DigitSamples() {}

  public static void main(String[] arguments) throws IOException {
    try (DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])), 1 << 16));
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
      while (true) {
        int kind;
        try {
          kind = Short.reverseBytes(in.readShort());
        } catch (EOFException e) {
          return;
        }
        int width = Short.reverseBytes(in.readShort());
        int height = Short.reverseBytes(in.readShort());
        byte[] pixels = in.readNBytes(width * height);
        DigitPatch patch = DigitPatch.of(new GrayImage(width, height, pixels));
        out.write(kind);
        out.write(patch.digit().pixels());
        out.write(patch.cell().pixels());
      }
    }
  }
}
