package yomitori.review.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.place.FourPoints;
import yomitori.desk.place.Places;
import yomitori.desk.place.ReferencePoints;
import yomitori.desk.place.State;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.form.Form;
import yomitori.geometry.Affine;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.record.UprightView;
import yomitori.register.Blank;
import yomitori.review.AnswerOption;
import yomitori.review.place.PlaceModel.PictureView;
import yomitori.review.place.PlaceModel.Point;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** Four points of a form are placed by hand on a page that could not be read. */
public final class PlaceRoutes implements Routes {

  private static final String PATH = "/place";
  private static final List<String> LETTERS = List.of("A", "B", "C", "D");
  private static final int QUARTERS = 4;

  private final Ledger ledger;
  private final PageForms forms;
  private final List<Blank> blanks;
  private final PagePictures pictures;
  private final Places places;

  /**
   * @param blanks of the forms that the desk reads
   */
  public PlaceRoutes(
      Ledger ledger, PageForms forms, List<Blank> blanks, PagePictures pictures, Places places) {
    this.ledger = ledger;
    this.forms = forms;
    this.blanks = List.copyOf(blanks);
    this.pictures = pictures;
    this.places = places;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.OPERATOR, this::take);
    router.get(PATH + "/blank/{form}.png", Access.OPERATOR, this::blank);
    router.get(PATH + "/{page}/{turn}.png", Access.OPERATOR, this::paper);
  }

  private void blank(Request request) {
    Blank blank = blank(request.path("form"));
    RectMm sheet = new RectMm(0, 0, blank.form().widthMm(), blank.form().heightMm());
    request.setHeader("Cache-Control", "private, max-age=600");
    request.bytes("image/png", PagePictures.png(blank.crop(sheet, UprightView.PX_PER_MM)));
  }

  private void paper(Request request) {
    int turn = Math.floorMod((int) request.pathNumber("turn"), QUARTERS);
    byte[] png = pictures.turned(request.pathNumber("page"), turn).orElseThrow(Refusal::notFound);
    request.setHeader("Cache-Control", "private, max-age=600");
    request.bytes("image/png", png);
  }

  private void show(Request request) {
    long page = request.queryNumber("page").orElseThrow(Refusal::notFound);
    int turn = (int) request.queryNumber("turn").orElse(0);
    render(request, page, request.query("form"), turn, List.of(), "");
  }

  private void take(Request request) {
    long page = request.formNumber("page");
    Actor who = request.operator().actor();
    if (request.form("act").equals("back")) {
      boolean done = places.takeBack(who, page);
      render(request, page, "", 0, List.of(), done ? "said.back" : "said.notBack");
      return;
    }
    int turn = Math.floorMod((int) request.formNumber("turn"), QUARTERS);
    Form form = blank(request.form("form")).form();
    Affine toPage = pictures.view(page, turn).orElseThrow(Refusal::notFound).fromPage().inverse();
    List<PointPx> shown = new ArrayList<>();
    for (String letter : LETTERS) {
      String name = name(letter);
      shown.add(new PointPx(request.formNumber(name + "x"), request.formNumber(name + "y")));
    }
    List<PointPx> onPage =
        shown.stream()
            .map(p -> new PointPx(toPage.mapX(p.x(), p.y()), toPage.mapY(p.x(), p.y())))
            .toList();
    FourPoints points = new FourPoints(ReferencePoints.of(form), onPage);
    places.read(who, page, form.id(), points, request.form("insist").equals("yes"));
    render(request, page, form.id(), turn, shown, "");
  }

  private void render(
      Request request, long id, String form, int turn, List<PointPx> placed, String said) {
    PageFacts page =
        ledger.read(handle -> PageFacts.find(handle, forms, id)).orElseThrow(Refusal::notFound);
    int quarters = Math.floorMod(turn, QUARTERS);
    UprightView view = pictures.view(id, quarters).orElseThrow(Refusal::notFound);
    Form chosen = blank(form.isEmpty() ? page.form().map(Form::id).orElse("") : form).form();
    List<PointMm> wanted = ReferencePoints.of(chosen);
    List<PointPx> onBlank =
        wanted.stream()
            .map(p -> new PointPx(p.x() * UprightView.PX_PER_MM, p.y() * UprightView.PX_PER_MM))
            .toList();
    // Until they are placed, where they would lie if the sheet filled the page.
    List<PointPx> onPaper =
        placed.isEmpty()
            ? wanted.stream()
                .map(
                    p ->
                        new PointPx(
                            p.x() / chosen.widthMm() * view.width(),
                            p.y() / chosen.heightMm() * view.height()))
                .toList()
            : placed;
    boolean back = places.stands(id);
    PlaceModel model =
        new PlaceModel(
            id,
            page.source(),
            page.number(),
            blanks.stream().map(b -> new AnswerOption(b.form().id(), b.form().title())).toList(),
            chosen.id(),
            quarters,
            new PictureView(
                PATH + "/blank/" + chosen.id() + ".png",
                (int) Math.round(chosen.widthMm() * UprightView.PX_PER_MM),
                (int) Math.round(chosen.heightMm() * UprightView.PX_PER_MM),
                points(onBlank)),
            new PictureView(
                PATH + "/" + id + "/" + quarters + ".png",
                view.width(),
                view.height(),
                points(onPaper)),
            state(id),
            back,
            said.isEmpty() ? "" : request.texts().text(said));
    request.render(request.isFragment() ? "place/outcome.jte" : "place/place.jte", model);
  }

  private String state(long page) {
    Optional<State> state = places.state(page);
    if (state.isPresent() && state.get() == State.READING) {
      return "reading";
    }
    if (!places.isUnread(page)) {
      return places.stands(page) ? "read" : "done";
    }
    return state.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("open");
  }

  private static List<Point> points(List<PointPx> places) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < LETTERS.size(); i++) {
      PointPx at = places.get(i);
      String letter = LETTERS.get(i);
      points.add(new Point(letter, name(letter), Math.round(at.x()), Math.round(at.y())));
    }
    return points;
  }

  private static String name(String letter) {
    return letter.toLowerCase(Locale.ROOT);
  }

  private Blank blank(String form) {
    return blanks.stream()
        .filter(blank -> form.isEmpty() || blank.form().id().equals(form))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
