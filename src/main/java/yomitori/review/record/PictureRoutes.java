package yomitori.review.record;

import java.util.Optional;
import yomitori.desk.pages.PagePictures;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** Pictures of pages and of pieces of them. */
public final class PictureRoutes implements Routes {

  /** Long enough to be made ready before it is looked at; short enough for a page read anew. */
  private static final String KEPT = "private, max-age=600";

  private final PagePictures pictures;

  public PictureRoutes(PagePictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public void add(Router router) {
    router.get(
        "/pages/{page}.png",
        Access.OPERATOR,
        request -> answer(request, pictures.whole(request.pathNumber("page"))));
    router.get(
        "/pages/{page}/fields/{field}.png",
        Access.OPERATOR,
        request ->
            answer(request, pictures.piece(request.pathNumber("page"), request.path("field"))));
    router.get(
        "/pages/{page}/fields/{field}/close.png",
        Access.OPERATOR,
        request ->
            answer(request, pictures.close(request.pathNumber("page"), request.path("field"))));
  }

  @Override
  public String texts() {
    return "yomitori.review.record.messages";
  }

  private static void answer(Request request, Optional<byte[]> png) {
    byte[] bytes = png.orElseThrow(Refusal::notFound);
    request.setHeader("Cache-Control", KEPT);
    request.bytes("image/png", bytes);
  }
}
