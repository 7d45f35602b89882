package yomitori.desk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.settings.Settings;

class JournalTest {

  private static final Logger LOG = LoggerFactory.getLogger(JournalTest.class);

  @TempDir Path folder;

  @Test
  void eachEventIsALineOfJson() throws IOException {
    try (Journal journal = Journal.open(folder, Settings.standard().logs())) {
      assertThat(journal).isNotNull();
      LOG.info("fax {} \"taken\"\nnow", 7);
      LOG.warn("refused", new IOException("no room"));
      LOG.debug("a step");
    }
    LOG.info("after its end");
    List<JsonNode> events = events(folder.resolve("desk.jsonl"));
    assertThat(events).hasSize(2);
    assertThat(events.get(0).path("message").asText()).isEqualTo("fax 7 \"taken\"\nnow");
    assertThat(events.get(0).path("level").asText()).isEqualTo("INFO");
    assertThat(events.get(0).path("time").asText()).matches("2.*Z");
    assertThat(events.get(1).path("trace").asText()).startsWith("java.io.IOException: no room");
  }

  @Test
  void aFullFileIsPutAsideAndTheNextBegun() throws IOException {
    Settings.Logs small = new Settings.Logs(2_000, 7, true);
    try (Journal journal = Journal.open(folder, small)) {
      assertThat(journal).isNotNull();
      for (int i = 0; i < 5_000; i++) {
        LOG.debug("event {} of many", i);
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().contains(".0.jsonl"))).isNotEmpty();
    }
  }

  private static List<JsonNode> events(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(json.readTree(line));
    }
    return events;
  }
}
