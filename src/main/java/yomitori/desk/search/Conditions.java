package yomitori.desk.search;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import yomitori.desk.respondent.Respondent;
import yomitori.resolve.master.InstitutionName;
import yomitori.resolve.master.Prefecture;

/** A filter as the conditions of an SQL query over pages p, faxes f and respondents r. */
final class Conditions {

  private static final String FROM =
      " FROM page p JOIN fax f ON f.id = p.fax_id LEFT JOIN respondent r ON r.page_id = p.id"
          + " WHERE 1 = 1";

  private final StringBuilder sql = new StringBuilder(FROM);
  private final Map<String, Object> bindings = new HashMap<>();

  Conditions(SearchFilter filter) {
    filter.words().forEach(this::word);
    if (!filter.institution().isBlank()) {
      and(name(filter.institution()));
    }
    if (!filter.code().isBlank()) {
      and(part("r.code", filter.code()));
    }
    filter.prefecture().ifPresent(code -> and("r.prefecture = " + bound(code)));
    filter.from().ifPresent(from -> and("f.received_at >= " + bound(from.toEpochMilli())));
    filter.until().ifPresent(until -> and("f.received_at < " + bound(until.toEpochMilli())));
    if (!filter.source().isBlank()) {
      and(part("r.plain_source", filter.source()));
    }
    if (!filter.status().isEmpty()) {
      and("p.status = " + bound(filter.status()));
    }
    if (!filter.form().isEmpty()) {
      and("p.form = " + bound(filter.form()));
    }
  }

  private void word(String word) {
    OptionalInt prefecture = Prefecture.code(word);
    and(
        "("
            + name(word)
            + " OR "
            + part("r.code", word)
            + " OR "
            + part("r.plain_source", word)
            + (prefecture.isPresent() ? " OR r.prefecture = " + bound(prefecture.getAsInt()) : "")
            + ")");
  }

  /** A legal form alone is nothing that compared names hold; it is looked for as it is written. */
  private String name(String text) {
    String plain = InstitutionName.comparable(text);
    return plain.isEmpty() ? part("r.name", text) : part("r.plain_name", plain);
  }

  /** Wherever it stands, in capitals or not; an exclamation mark takes the wild cards' meaning. */
  private String part(String column, String text) {
    String plain = Respondent.plain(text).replaceAll("([!%_])", "!$1");
    return "LOWER(" + column + ") LIKE " + bound("%" + plain + "%") + " ESCAPE '!'";
  }

  /** Narrows them further. */
  Conditions and(String condition) {
    sql.append(" AND ").append(condition);
    return this;
  }

  /** Binds a value; gives what stands for it in the query. */
  String bound(Object value) {
    String name = "b" + bindings.size();
    bindings.put(name, value);
    return ":" + name;
  }

  /** A query of what meets them. */
  Query query(Handle handle, String select, String order) {
    return handle.createQuery(select + sql + order).bindMap(bindings);
  }
}
