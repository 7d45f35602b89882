package yomitori.review.returns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yomitori.desk.returns.ReturnState;
import yomitori.desk.values.PageForms;
import yomitori.form.Form;
import yomitori.resolve.master.MasterEntry;
import yomitori.review.web.Pager;
import yomitori.review.web.Request;

/**
 * Which part of the returns is asked for.
 *
 * @param form the form's id
 * @param prefecture 1 to 47; empty for all
 * @param state of those to be listed; empty for answers from nobody who is on the list
 * @param page of the list, from 1
 */
record Wanted(String form, OptionalInt prefecture, Optional<ReturnState> state, long page) {

  private static final String UNLISTED = "unlisted";

  static Wanted of(Request request, PageForms forms) {
    String form = request.query("form");
    String show = request.query("show");
    long prefecture = request.queryNumber("prefecture").orElse(0);
    return new Wanted(
        ids(forms).contains(form) ? form : ids(forms).stream().findFirst().orElse(""),
        prefecture >= 1 && prefecture <= MasterEntry.PREFECTURES
            ? OptionalInt.of((int) prefecture)
            : OptionalInt.empty(),
        show.equals(UNLISTED)
            ? Optional.empty()
            : Optional.of(
                Arrays.stream(ReturnState.values())
                    .filter(state -> state.word().equals(show))
                    .findAny()
                    .orElse(ReturnState.MISSING)),
        request.queryNumber(Pager.NAME).orElse(1));
  }

  private static List<String> ids(PageForms forms) {
    return forms.all().stream().map(Form::id).distinct().toList();
  }

  Wanted in(OptionalInt other) {
    return new Wanted(form, other, state, 1);
  }

  Wanted listing(Optional<ReturnState> other) {
    return new Wanted(form, prefecture, other, 1);
  }

  /** The name of the list. */
  String list() {
    return state.map(ReturnState::word).orElse(UNLISTED);
  }

  /** The same as an address's query, without the page. */
  String query() {
    return "form="
        + form
        + "&show="
        + list()
        + (prefecture.isPresent() ? "&prefecture=" + prefecture.getAsInt() : "");
  }
}
