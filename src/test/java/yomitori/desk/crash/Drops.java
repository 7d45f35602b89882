package yomitori.desk.crash;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What office staff drop: faxes of one to three pages, some of them twice, some broken. */
record Drops(List<Drop> all) {

  private static final int MOST_PAGES = 3;
  private static final int SIDE_PX = 64;

  /** One in so many is no fax. */
  private static final int BROKEN = 10;

  /** One in so many comes a second time under another name. */
  private static final int TWICE = 6;

  /** One in so many is written slowly, under its own name. */
  private static final int SLOW = 4;

  /** A file that is dropped. */
  static final class Drop {

    private final String source;
    private final byte[] bytes;
    private final int pages;
    private final boolean slow;

    Drop(String source, byte[] bytes, int pages, boolean slow) {
      this.source = source;
      this.bytes = bytes;
      this.pages = pages;
      this.slow = slow;
    }

    /** Its path below the inbox. */
    String source() {
      return source;
    }

    byte[] bytes() {
      return bytes;
    }

    /** How many it holds; 0 where it is no fax. */
    int pages() {
      return pages;
    }

    String sha256() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Puts it into a folder, as a copying program or as a fax machine does. */
    void into(Path inbox) throws IOException {
      Path file = inbox.resolve(source);
      Files.createDirectories(file.getParent());
      if (slow) {
        int half = bytes.length / 2;
        try (var out = Files.newOutputStream(file)) {
          out.write(bytes, 0, half);
        }
        Files.write(
            file,
            java.util.Arrays.copyOfRange(bytes, half, bytes.length),
            StandardOpenOption.APPEND);
      } else {
        Path part = file.resolveSibling("." + file.getFileName());
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  static Drops of(int faxes, Random random) throws IOException {
    List<Drop> drops = new ArrayList<>();
    for (int i = 0; i < faxes; i++) {
      boolean broken = random.nextInt(BROKEN) == 0;
      int pages = broken ? 0 : 1 + random.nextInt(MOST_PAGES);
      byte[] bytes =
          broken ? ("no fax " + i).getBytes(StandardCharsets.UTF_8) : tiff(i, pages, random);
      String folder = i % 3 == 0 ? "" : "sender-" + i % 3 + "/";
      drops.add(new Drop(folder + i + ".tif", bytes, pages, random.nextInt(SLOW) == 0));
      if (random.nextInt(TWICE) == 0) {
        drops.add(new Drop(folder + i + " again.tif", bytes, pages, false));
      }
    }
    Collections.shuffle(drops, random);
    return new Drops(drops);
  }

  private static byte[] tiff(int number, int pages, Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        BufferedImage picture = new BufferedImage(SIDE_PX, SIDE_PX, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSample(0, 0, 0, number & 0xff);
        picture.getRaster().setSample(1, 0, 0, number >> 8);
        for (int i = 0; i < SIDE_PX; i++) {
          picture.getRaster().setSample(i, 1 + page, 0, random.nextInt(256));
        }
        writer.writeToSequence(new IIOImage(picture, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
