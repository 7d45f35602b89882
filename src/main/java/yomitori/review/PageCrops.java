package yomitori.review;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectPx;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.Batch;
import yomitori.simulate.score.PageKey;
import yomitori.simulate.score.Score.Mistake;

/** Pieces of received pages around what was read wrongly, as pictures inside a page of HTML. */
final class PageCrops {

  /** Paper shown around a field, so that an eye finds its place and sees what reaches in. */
  private static final double MARGIN_MM = 6;

  /** Density of the pictures: a fax's fine rows are shown one to one. */
  private static final double PX_PER_MM = 8;

  private static final Color FRAME = new Color(0xd9, 0x2b, 0x2b);

  private PageCrops() {}

  /**
   * Cuts the mistakes out of their pages; each page is opened once, one at a time.
   *
   * @return data URLs of PNGs; nothing for a mistake whose place or whose page is not to be had
   */
  static Map<Mistake, String> of(List<Mistake> mistakes, Batch.Opener opener) {
    Map<PageKey, List<Mistake>> byPage = new LinkedHashMap<>();
    for (Mistake mistake : mistakes) {
      byPage.computeIfAbsent(mistake.page(), key -> new ArrayList<>()).add(mistake);
    }
    Map<Mistake, String> crops = new HashMap<>();
    byPage.forEach(
        (key, own) -> {
          Optional<Page> page = page(own.get(0), opener);
          for (Mistake mistake : own) {
            page.flatMap(p -> crop(p, mistake)).ifPresent(url -> crops.put(mistake, url));
          }
        });
    return crops;
  }

  private static Optional<Page> page(Mistake mistake, Batch.Opener opener) {
    try (FaxDocument document = opener.open(mistake.file(), mistake.page().source())) {
      int number = mistake.page().page();
      if (number <= document.pageCount()
          && document.page(number) instanceof IntakeOutcome.Decoded decoded) {
        return Optional.of(decoded.page());
      }
      return Optional.empty();
    }
  }

  private static Optional<String> crop(Page page, Mistake mistake) {
    if (mistake.answer().where().isEmpty()) {
      return Optional.empty();
    }
    RectPx box = mistake.answer().where().get();
    GrayImage image = page.image();
    double xPerMm = page.resolution().pxPerMmX();
    double yPerMm = page.resolution().pxPerMmY();
    int left = (int) Math.max(0, box.x() - MARGIN_MM * xPerMm);
    int top = (int) Math.max(0, box.y() - MARGIN_MM * yPerMm);
    int right = (int) Math.min(image.width(), box.x() + box.w() + MARGIN_MM * xPerMm);
    int bottom = (int) Math.min(image.height(), box.y() + box.h() + MARGIN_MM * yPerMm);
    if (right <= left || bottom <= top) {
      return Optional.empty();
    }
    BufferedImage piece = piece(image, left, top, right - left, bottom - top);
    double scaleX = PX_PER_MM / xPerMm;
    double scaleY = PX_PER_MM / yPerMm;
    BufferedImage picture =
        new BufferedImage(
            Math.max(1, (int) Math.round(piece.getWidth() * scaleX)),
            Math.max(1, (int) Math.round(piece.getHeight() * scaleY)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(piece, 0, 0, picture.getWidth(), picture.getHeight(), null);
    g.setColor(FRAME);
    g.drawRect(
        (int) Math.round((box.x() - left) * scaleX) - 2,
        (int) Math.round((box.y() - top) * scaleY) - 2,
        (int) Math.round(box.w() * scaleX) + 3,
        (int) Math.round(box.h() * scaleY) + 3);
    g.dispose();
    return Optional.of(url(picture));
  }

  private static BufferedImage piece(GrayImage image, int left, int top, int width, int height) {
    BufferedImage piece = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = image.get(left + x, top + y);
        piece.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return piece;
  }

  private static String url(BufferedImage picture) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
