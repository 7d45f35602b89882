package yomitori.desk.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.text.SenderLine;

class UntoldSendersTest {

  private static final SenderLine LINE = new SenderLine("FAX 0428734659", "0428734659", 0.99);

  private int read;

  private final UntoldSenders senders =
      new UntoldSenders(
          page -> {
            read++;
            return Optional.of(LINE);
          });

  private static Page page(String source) {
    return new Page(
        source,
        1,
        "0".repeat(64),
        GrayImage.white(8, 8),
        new Resolution(204, 196),
        Page.RowDamage.none(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fax0001.tif", "fax-20221115-0912.tif"})
  void theLineIsReadWhereNothingElseTellsTheSender(String source) {
    assertThat(senders.apply(page(source))).contains(LINE);
    assertThat(read).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"東京都保険医協会/fax0001.tif", "03-1111-2222/a.tif", "0311112222_0912.tif"})
  void noTimeIsSpentOnItWhereFolderOrFileNameTellTheSender(String source) {
    assertThat(senders.apply(page(source))).isEmpty();
    assertThat(read).isZero();
  }
}
