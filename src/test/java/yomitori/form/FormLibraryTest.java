package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormLibraryTest {

  @TempDir private Path temp;

  @Test
  void theShippedFormsLoad() {
    assertThat(new FormLibrary(Path.of("forms")).loadAll())
        .extracting(Form::id)
        .contains("jma-onshi-2022");
  }

  @Test
  void onlyFoldersWithADefinitionAreForms() throws IOException {
    Files.createDirectories(temp.resolve("b-form"));
    Files.createFile(temp.resolve("b-form/form.yaml"));
    Files.createDirectories(temp.resolve("a-form"));
    Files.createFile(temp.resolve("a-form/form.yaml"));
    Files.createDirectories(temp.resolve("pictures"));
    Files.createFile(temp.resolve("README.md"));

    assertThat(new FormLibrary(temp).ids()).containsExactly("a-form", "b-form");
  }

  @Test
  void aFolderThatIsNotThereHoldsNoForms() {
    assertThat(new FormLibrary(temp.resolve("nowhere")).ids()).isEmpty();
  }

  @Test
  void aBrokenFormNamesItsFileAndLine() throws IOException {
    Files.createDirectories(temp.resolve("broken"));
    Files.writeString(temp.resolve("broken/form.yaml"), "id: broken\nversion: [\n");

    assertThatThrownBy(() -> new FormLibrary(temp).loadAll())
        .isInstanceOf(FormException.class)
        .hasMessageContaining(temp.resolve("broken/form.yaml") + ":3: ");
  }
}
