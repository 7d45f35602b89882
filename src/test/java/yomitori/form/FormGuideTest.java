package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's examples, run. */
class FormGuideTest {

  @TempDir private Path temp;

  @Test
  void theGuidesFormHasNoMistakesAndCanBeDrawn() throws IOException {
    String guide = Files.readString(Path.of("docs/form-yaml.md"));
    Path file = example(guide, "clinic-visit");

    assertThat(FormLoader.check(file)).isEmpty();
    Form form = FormLoader.load(file);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    BlankDrawer.draw(form, pdf);

    Files.write(file.resolveSibling(form.blank()), pdf.toByteArray());
    assertThat(BlankRenderer.render(form, file.getParent(), 4).width()).isEqualTo(840);
    assertThat(form.fields()).hasSize(7);
  }

  @Test
  void theGuidesFormOfSomebodyElseHasNoMistakes() throws IOException {
    Path file = example(Files.readString(Path.of("docs/form-yaml.md")), "my-sheet");

    assertThat(FormLoader.check(file)).isEmpty();
    assertThat(FormLoader.load(file).checkBoxes()).hasSize(31);
  }

  /** Writes the guide's form with an id to where its id says. */
  private Path example(String guide, String id) throws IOException {
    int begin = guide.indexOf("```yaml\nid: " + id) + "```yaml\n".length();
    String example = guide.substring(begin, guide.indexOf("```", begin));
    Path file = Files.createDirectory(temp.resolve(id)).resolve("form.yaml");
    Files.writeString(file, example);
    return file;
  }
}
