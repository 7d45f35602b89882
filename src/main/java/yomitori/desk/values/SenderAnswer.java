package yomitori.desk.values;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.form.Form;
import yomitori.resolve.SenderFields;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.Prefecture;

/** What the fields that ask for the sender hold once it is known who that is. */
public final class SenderAnswer {

  private SenderAnswer() {}

  /** The values of prefecture, name and code, by field, as far as the form asks for them. */
  public static Map<String, String> of(Form form, MasterEntry institution) {
    SenderFields fields = SenderFields.of(form);
    Map<String, String> values = new LinkedHashMap<>();
    fields
        .prefecture()
        .ifPresent(f -> values.put(f.id(), Prefecture.name(institution.prefecture())));
    fields.name().ifPresent(f -> values.put(f.id(), institution.name()));
    fields.code().ifPresent(f -> values.put(f.id(), institution.code()));
    return values;
  }

  /** Whether a field is one of those. */
  public static boolean asks(Form form, String field) {
    SenderFields fields = SenderFields.of(form);
    return Stream.of(fields.prefecture(), fields.name(), fields.code())
        .flatMap(Optional::stream)
        .anyMatch(f -> f.id().equals(field));
  }
}
