package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureMessagesTest {

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void tellsEveryReasonInBothLanguagesWithWhatWasFound(FailureReason reason) {
    var failure = new IntakeOutcome.Failed("a.tif", 1, reason, "what's {found}");

    String english = FailureMessages.of(failure, Locale.ENGLISH);
    String japanese = FailureMessages.of(failure, Locale.JAPAN);

    assertThat(english).contains("what's {found}").isNotEqualTo(japanese).doesNotContain("\n");
    assertThat(japanese).contains("what's {found}").endsWith("。");
  }
}
