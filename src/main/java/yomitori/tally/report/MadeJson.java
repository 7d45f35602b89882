package yomitori.tally.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Tally;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.SourceAnswers;

/** From what, when and by which rules a tally was made, for programs. */
final class MadeJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private MadeJson() {}

  static byte[] of(Tally tally) throws JsonProcessingException {
    ObjectNode made = JSON.createObjectNode();
    made.put("as_of", tally.made().asOf().toString());
    made.put("yomitori", tally.made().version());
    made.put("form", tally.plan().form().id());
    made.put("form_version", tally.plan().form().version());
    made.put("keep", tally.plan().keep().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    made.put("themes", tally.plan().themes().text());
    ArrayNode files = made.putArray("files");
    for (InputFile file : tally.made().files()) {
      ObjectNode one = files.addObject();
      one.put("name", file.name()).put("role", file.role());
      one.put("sha256", file.sha256()).put("bytes", file.bytes());
    }
    ArrayNode sources = made.putArray("sources");
    for (SourceFlow flow : tally.flow().sources()) {
      ObjectNode one = sources.addObject();
      one.put("id", flow.source().id()).put("label", flow.source().label());
      one.put("kind", flow.source().kind().name().toLowerCase(Locale.ROOT));
      one.put("answers", flow.answers()).put("removed", flow.removed());
      one.put("not_counted", flow.notCounted());
      ArrayNode unused = one.putArray("unused_columns");
      tally.sources().stream()
          .filter(source -> source.source().id().equals(flow.source().id()))
          .map(SourceAnswers::unusedColumns)
          .forEach(columns -> columns.forEach(unused::add));
    }
    return (JSON.writeValueAsString(made).replace("\r\n", "\n") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
