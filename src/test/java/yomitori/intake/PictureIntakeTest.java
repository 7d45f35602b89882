package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;

class PictureIntakeTest {

  @TempDir Path dir;

  @Test
  void decodesAOneBitPng() throws IOException {
    Page page = Fixtures.page(Fixtures.path("page.png"));

    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("page.png"))).isEmpty();
    assertThat(page.resolution().dpiX()).isCloseTo(204, within(0.5));
    assertThat(page.resolution().dpiY()).isCloseTo(98, within(0.5));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB
      })
  void readsEveryKindOfPngWithinAFewGreys(int type) throws IOException {
    Path file = dir.resolve("picture.png");
    ImageIO.write(drawn(type), "png", file.toFile());

    GrayImage image = Fixtures.page(file).image();

    assertThat(image.get(300, 300)).isLessThan(5);
    assertThat(image.get(1000, 1000)).isGreaterThan(250);
  }

  @Test
  void laysTransparencyOverWhite() throws IOException {
    BufferedImage clear = new BufferedImage(400, 600, BufferedImage.TYPE_INT_ARGB);
    Path file = dir.resolve("clear.png");
    ImageIO.write(clear, "png", file.toFile());

    assertThat(Fixtures.page(file).image().get(200, 300)).isEqualTo(255);
  }

  @Test
  void keepsTheRowsAboveACutInAPng() throws IOException {
    byte[] png = Fixtures.bytes("page.png");
    Path file = Fixtures.write(dir, "cut.png", Arrays.copyOf(png, png.length / 2));

    Page page = Fixtures.page(file);

    int came = page.damage().missingFrom();
    List<Integer> different = Fixtures.differentRows(page.image(), Fixtures.byJdk("page.png"));
    assertThat(came).isBetween(100, 1142);
    assertThat(different).allMatch(row -> row >= came);
  }

  @Test
  void decodesAGreyJpegLikeTheJdk() throws IOException {
    Page page = Fixtures.page(Fixtures.path("gray.jpg"));

    assertThat(page.image().width()).isEqualTo(864);
    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("gray.jpg"))).isEmpty();
  }

  @Test
  void readsTheLumaOfAColourJpeg() throws IOException {
    Path file = dir.resolve("colour.jpg");
    ImageIO.write(drawn(BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());

    GrayImage image = Fixtures.page(file).image();

    assertThat(image.get(300, 300)).isLessThan(10);
    assertThat(image.get(1000, 1000)).isGreaterThan(245);
  }

  @Test
  void keepsWhatCameOfACutJpegAndSaysWhereItEnds() throws IOException {
    byte[] jpeg = Fixtures.bytes("gray.jpg");
    Path file = Fixtures.write(dir, "cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));

    Page page = Fixtures.page(file);

    assertThat(page.damage().missingFrom()).isBetween(100, 1100);
    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("gray.jpg")))
        .allMatch(row -> row >= page.damage().missingFrom() - 16);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void marksTheRowsThatACutJpegLost(boolean progressive) throws IOException {
    BufferedImage whole = ImageIO.read(Fixtures.path("gray.jpg").toFile());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(whole, null, null), how);
    }
    writer.dispose();
    byte[] jpeg = out.toByteArray();
    GrayImage intact = Fixtures.page(Fixtures.write(dir, "whole.jpg", jpeg)).image();
    for (int percent = 30; percent <= 90; percent += 20) {
      byte[] cut = Arrays.copyOf(jpeg, jpeg.length * percent / 100);

      Page page = Fixtures.page(Fixtures.write(dir, "cut.jpg", cut));

      assertThat(page.damage().badCount()).isPositive();
      assertThat(Fixtures.differentRows(page.image(), intact))
          .as("%d %%", percent)
          .allMatch(y -> y >= page.damage().missingFrom() || page.damage().bad().get(y));
    }
  }

  @Test
  void turnsAJpegAsItsExifOrientationSays() throws IOException {
    byte[] jpeg = Fixtures.bytes("gray.jpg");
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] turned = Arrays.copyOf(jpeg, jpeg.length + exif.length);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);

    Page page = Fixtures.page(Fixtures.write(dir, "turned.jpg", turned));

    GrayImage seen = Turn.ofOrientation(6).apply(Fixtures.byJdk("gray.jpg"));
    assertThat(page.image().width()).isEqualTo(1143);
    assertThat(Fixtures.differentRows(page.image(), seen)).isEmpty();
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(1654, 2339, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1654, 2339);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(200, 200, 200, 200);
    graphics.dispose();
    return image;
  }
}
