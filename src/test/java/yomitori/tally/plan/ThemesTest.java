package yomitori.tally.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import yomitori.tally.input.TallyException;

class ThemesTest {

  private static final Path FILE = Path.of("themes.txt");

  @Test
  void allWordsOfALineMustBeThereAndNoneThatIsExcluded() throws Exception {
    Themes themes = Themes.parse(FILE, "待ち: 連絡 待 -不要\n# nothing\n\n待ち：ＩＴ業者　返事\n費用: 費\n");

    assertThat(themes.names()).containsExactly("待ち", "費用");
    assertThat(themes.of("業者の連絡を待っている")).containsExactly("待ち");
    assertThat(themes.of("連絡待ちは不要")).isEmpty();
    assertThat(themes.of("it 業者から返 事がなく費用も不明")).containsExactly("待ち", "費用");
    assertThat(themes.of("")).isEmpty();
  }

  @Test
  void aLineThatIsNoRuleIsNamedInBothLanguages() {
    assertThatThrownBy(() -> Themes.parse(FILE, "費用: 費\n待ち 連絡"))
        .isInstanceOfSatisfying(
            TallyException.class,
            e -> {
              assertThat(e.said(Locale.JAPANESE)).startsWith("themes.txt:2: ").contains("コロン");
              assertThat(e.said(Locale.ENGLISH)).contains("no colon");
            });
    assertThatThrownBy(() -> Themes.parse(FILE, "待ち: -不要"))
        .isInstanceOf(TallyException.class)
        .hasMessageContaining("THEME_WORD");
  }
}
