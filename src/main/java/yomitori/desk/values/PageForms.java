package yomitori.desk.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.form.Field;
import yomitori.form.Form;

/** Which form a page was read with, and what its fields may hold. May be used from any thread. */
public final class PageForms {

  private final Map<String, Form> byEdition = new HashMap<>();
  private final List<Form> all;

  /**
   * @param forms those that the desk reads
   */
  public PageForms(List<Form> forms) {
    this.all = List.copyOf(forms);
    forms.forEach(form -> byEdition.put(edition(form.id(), form.version()), form));
  }

  /** All forms that the desk reads. */
  public List<Form> all() {
    return all;
  }

  /** A form by id and version; empty where the desk no longer reads that edition. */
  public Optional<Form> find(String id, String version) {
    return Optional.ofNullable(byEdition.get(edition(id, version)));
  }

  /** The form of a page; empty where it has none, or the desk no longer reads that edition. */
  public Optional<Form> of(Handle handle, long pageId) {
    return handle
        .createQuery("SELECT form, form_version FROM page WHERE id = :page")
        .bind("page", pageId)
        .map((row, context) -> find(row.getString("form"), row.getString("form_version")))
        .findOne()
        .flatMap(form -> form);
  }

  /** Checks an answer; where the form is not to be had, any text may stand. */
  public Answer check(Handle handle, FieldKey key, String typed) {
    Optional<Field> field = of(handle, key.pageId()).flatMap(form -> field(form, key.field()));
    return field.map(f -> AnswerRule.check(f, typed)).orElseGet(() -> AnswerRule.freely(typed));
  }

  /** A field of a form by its id. */
  public static Optional<Field> field(Form form, String id) {
    return form.fields().stream().filter(f -> f.id().equals(id)).findFirst();
  }

  private static String edition(String id, String version) {
    return id + '\n' + version;
  }
}
