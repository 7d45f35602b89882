package yomitori.desk.pages;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectPx;
import yomitori.intake.FaxDocument;
import yomitori.intake.Intake;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.UprightView;

/**
 * Pictures of pages, made from the archived files when they are asked for. What was made last is
 * kept, so that a piece of a page that was looked at a moment ago costs nothing. May be used from
 * any thread.
 */
public final class PagePictures {

  /** Some hundred pages with their pieces. */
  private static final long PICTURE_BYTES = 48L << 20;

  /** Some ten pages of fine faxes as they are decoded. */
  private static final long DECODED_BYTES = 48L << 20;

  /** A shape is small beside a picture. */
  private static final long SHAPE_BYTES = 16 << 10;

  private static final int SHAPES = 1_000;

  private static final int LOCKS = 64;

  private final Ledger ledger;
  private final PageForms forms;
  private final Path data;
  private final BoundedCache<String, byte[]> pictures =
      new BoundedCache<>(PICTURE_BYTES, bytes -> bytes.length);
  private final BoundedCache<Long, Page> decoded =
      new BoundedCache<>(DECODED_BYTES, page -> page.image().pixels().length);
  private final BoundedCache<Long, PageShape> shapes =
      new BoundedCache<>(SHAPES * SHAPE_BYTES, shape -> SHAPE_BYTES);
  private final Object[] locks = new Object[LOCKS];

  /**
   * @param data the folder that the paths of archived files begin at
   */
  public PagePictures(Ledger ledger, PageForms forms, Path data) {
    this.ledger = ledger;
    this.forms = forms;
    this.data = data;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** How a page is shown; empty where there is no such page or it cannot be decoded. */
  public Optional<PageShape> shape(long pageId) {
    Optional<PageShape> known = shapes.get(pageId);
    return known.isPresent()
        ? known
        : shape(pageId, ledger.read(h -> PageFacts.find(h, forms, pageId)));
  }

  /** As {@link #shape(long)}, where what is known of the page is at hand. */
  public Optional<PageShape> shape(PageFacts facts) {
    Optional<PageShape> known = shapes.get(facts.id());
    return known.isPresent() ? known : shape(facts.id(), Optional.of(facts));
  }

  private Optional<PageShape> shape(long pageId, Optional<PageFacts> facts) {
    Optional<PageShape> made = facts.flatMap(f -> page(f).map(page -> PageShape.of(page, f)));
    made.ifPresent(shape -> shapes.put(pageId, shape));
    return made;
  }

  /** The whole page as a PNG. */
  public Optional<byte[]> whole(long pageId) {
    return picture(
        pageId,
        pageId + "/",
        (shape, page) ->
            Optional.of(
                shape
                    .whole()
                    .render(
                        page.image(),
                        new RectPx(0, 0, shape.whole().width(), shape.whole().height()))));
  }

  /** The piece of a page that shows a field, as a PNG; empty where its place is not known. */
  public Optional<byte[]> piece(long pageId, String field) {
    return picture(
        pageId,
        pageId + "/" + field,
        (shape, page) ->
            shape.piece(field).map(piece -> shape.fine().render(page.image(), piece.area())));
  }

  /** The field alone as a PNG, for where many stand side by side; empty likewise. */
  public Optional<byte[]> close(long pageId, String field) {
    return picture(
        pageId,
        pageId + "/close/" + field,
        (shape, page) -> shape.close(field).map(area -> shape.fine().render(page.image(), area)));
  }

  /** The page as received; empty where there is no such page or it cannot be decoded. */
  public Optional<Page> received(long pageId) {
    return ledger.read(h -> PageFacts.find(h, forms, pageId)).flatMap(this::page);
  }

  /**
   * How a page is shown whose fields are not known, turned by quarters, clockwise as it stands off
   * upright; empty likewise.
   */
  public Optional<UprightView> view(long pageId, int quarters) {
    return received(pageId).map(page -> UprightView.of(page, quarters, UprightView.PX_PER_MM));
  }

  /** The same as a PNG. */
  public Optional<byte[]> turned(long pageId, int quarters) {
    return picture(
        pageId,
        pageId + "/turned/" + quarters,
        (shape, page) -> {
          UprightView view = UprightView.of(page, quarters, UprightView.PX_PER_MM);
          RectPx all = new RectPx(0, 0, view.width(), view.height());
          return Optional.of(view.render(page.image(), all));
        });
  }

  /** A page was read anew or removed: what was made of it is no longer right. */
  public void forget(long pageId) {
    pictures.removeIf(key -> key.startsWith(pageId + "/"));
    decoded.removeIf(key -> key == pageId);
    shapes.removeIf(key -> key == pageId);
  }

  /** Draws a picture. */
  private interface Drawing {
    Optional<GrayImage> of(PageShape shape, Page page);
  }

  private Optional<byte[]> picture(long pageId, String key, Drawing drawing) {
    Optional<byte[]> known = pictures.get(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<PageFacts> facts = ledger.read(h -> PageFacts.find(h, forms, pageId));
    Optional<Page> page = facts.flatMap(this::page);
    Optional<PageShape> shape = facts.flatMap(this::shape);
    if (page.isEmpty() || shape.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> png = drawing.of(shape.get(), page.get()).map(PagePictures::png);
    png.ifPresent(bytes -> pictures.put(key, bytes));
    if (ledger.read(h -> PageFacts.find(h, forms, pageId)).isEmpty()) {
      forget(pageId); // removed while it was drawn
      return Optional.empty();
    }
    return png;
  }

  /** Of several that ask for the same page at once, one decodes it. */
  private Optional<Page> page(PageFacts facts) {
    synchronized (locks[Math.floorMod(Long.hashCode(facts.id()), LOCKS)]) {
      Optional<Page> known = decoded.get(facts.id());
      if (known.isPresent() || facts.number() < 1) {
        return known;
      }
      Optional<Page> opened = open(facts);
      opened.ifPresent(page -> decoded.put(facts.id(), page));
      return opened;
    }
  }

  private Optional<Page> open(PageFacts facts) {
    try (FaxDocument document = Intake.open(data.resolve(facts.archived()), facts.source())) {
      return facts.number() <= document.pageCount()
              && document.page(facts.number()) instanceof IntakeOutcome.Decoded page
          ? Optional.of(page.page())
          : Optional.empty();
    }
  }

  /** A picture as a PNG. */
  public static byte[] png(GrayImage greys) {
    BufferedImage image =
        new BufferedImage(greys.width(), greys.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(greys.pixels(), 0, pixels, 0, pixels.length);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", out);
      out.flush();
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
