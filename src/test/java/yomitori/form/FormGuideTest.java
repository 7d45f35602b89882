package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's example, run. */
class FormGuideTest {

  @TempDir private Path temp;

  @Test
  void theGuidesFormHasNoMistakesAndCanBeDrawn() throws IOException {
    String guide = Files.readString(Path.of("docs/form-yaml.md"));
    int begin = guide.indexOf("```yaml\n") + "```yaml\n".length();
    String example = guide.substring(begin, guide.indexOf("```", begin));
    Path file = Files.createDirectory(temp.resolve("clinic-visit")).resolve("form.yaml");
    Files.writeString(file, example);

    assertThat(FormLoader.check(file)).isEmpty();
    Form form = FormLoader.load(file);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    BlankDrawer.draw(form, pdf);

    Files.write(file.resolveSibling(form.blank()), pdf.toByteArray());
    assertThat(BlankRenderer.render(form, file.getParent(), 4).width()).isEqualTo(840);
    assertThat(form.fields()).hasSize(7);
  }
}
