package yomitori.simulate.tiff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/** Writes fax pages as the PDF that office machines forward: one T.6 coded image a page. */
public final class FaxPdf {

  private static final float POINTS_PER_INCH = 72;

  private FaxPdf() {}

  /**
   * The whole file's bytes.
   *
   * @param pages whose own coding and layout are not looked at
   */
  public static byte[] write(List<TiffPage> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // A fixed id: the same pages give the same bytes.
      document.setDocumentId(1L);
      for (TiffPage page : pages) {
        add(document, page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void add(PDDocument document, TiffPage page) throws IOException {
    int width = page.image().width();
    int height = page.image().height();
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.K, -1);
    parameters.setInt(COSName.COLUMNS, width);
    parameters.setInt(COSName.ROWS, height);
    byte[] coded = FaxEncoder.encode(page.image(), Coding.T6, false);
    PDImageXObject image =
        new PDImageXObject(
            document,
            new ByteArrayInputStream(coded),
            COSName.CCITTFAX_DECODE,
            width,
            height,
            1,
            PDDeviceGray.INSTANCE);
    image.getCOSObject().setItem(COSName.DECODE_PARMS, parameters);
    PDRectangle sheet =
        new PDRectangle(
            (float) (width / page.resolution().dpiX() * POINTS_PER_INCH),
            (float) (height / page.resolution().dpiY() * POINTS_PER_INCH));
    PDPage pdfPage = new PDPage(sheet);
    document.addPage(pdfPage);
    try (PDPageContentStream content = new PDPageContentStream(document, pdfPage)) {
      content.drawImage(image, 0, 0, sheet.getWidth(), sheet.getHeight());
    }
  }
}
