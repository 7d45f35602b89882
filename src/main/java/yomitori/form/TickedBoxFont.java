package yomitori.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * A font of one character, the ticked box ☑ that instructions show and text faces lack. A Type 3
 * font (ISO 32000-1, 9.6.5), so that the sign is text for whoever searches or reads the file aloud.
 */
final class TickedBoxFont extends PDType3Font {

  /** The sign as a character. */
  static final int TICKED_BOX = 0x2611;

  private static final int CODE = 'v';
  private static final int WIDTH = 1000;

  /** A frame and a tick in a square of 1000, drawn with lines of the regular face's weight. */
  private static final String GLYPH =
      """
      1000 0 d0
      72 w 0 J 0 j
      100 -20 780 780 re S
      96 w 1 J 1 j
      250 370 m 450 140 l 880 800 l S
      """;

  private static final String TO_UNICODE =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CMapName /TickedBox def
      /CMapType 2 def
      1 begincodespacerange
      <00> <FF>
      endcodespacerange
      1 beginbfchar
      <76> <2611>
      endbfchar
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """;

  TickedBoxFont() throws IOException {
    super(dictionary());
  }

  @Override
  protected byte[] encode(int unicode) {
    if (unicode != TICKED_BOX) {
      throw new IllegalArgumentException(
          "U+" + Integer.toHexString(unicode) + " is not in this font");
    }
    return new byte[] {(byte) CODE};
  }

  private static COSDictionary dictionary() throws IOException {
    COSName glyph = COSName.getPDFName("tickedbox");
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.NAME, COSName.getPDFName("TickedBox"));
    font.setItem(COSName.FONT_BBOX, integers(0, -200, WIDTH, 900));
    font.setItem(COSName.FONT_MATRIX, matrix());
    font.setInt(COSName.FIRST_CHAR, CODE);
    font.setInt(COSName.LAST_CHAR, CODE);
    font.setItem(COSName.WIDTHS, integers(WIDTH));
    COSDictionary procedures = new COSDictionary();
    procedures.setItem(glyph, stream(GLYPH));
    font.setItem(COSName.CHAR_PROCS, procedures);
    font.setItem(COSName.RESOURCES, new COSDictionary());
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    COSArray differences = integers(CODE);
    differences.add(glyph);
    encoding.setItem(COSName.DIFFERENCES, differences);
    font.setItem(COSName.ENCODING, encoding);
    font.setItem(COSName.TO_UNICODE, stream(TO_UNICODE));
    return font;
  }

  private static COSArray matrix() {
    COSArray matrix = new COSArray();
    for (float value : new float[] {0.001f, 0, 0, 0.001f, 0, 0}) {
      matrix.add(new COSFloat(value));
    }
    return matrix;
  }

  private static COSArray integers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  private static COSStream stream(String content) throws IOException {
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }
}
