package yomitori.review.web;

/** A request that is answered with a page in words instead. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String key;

  private Refusal(int status, String key) {
    super(status + " " + key);
    this.status = status;
    this.key = key;
  }

  /** There is no such page, record or fax. */
  public static Refusal notFound() {
    return new Refusal(404, "error.notFound");
  }

  /** The person may not do that. */
  public static Refusal forbidden() {
    return new Refusal(403, "error.forbidden");
  }

  /** A form was filled in as no form of ours is. */
  public static Refusal malformed() {
    return new Refusal(400, "error.malformed");
  }

  /** The form is from another site, or older than the log-in. */
  static Refusal foreignForm() {
    return new Refusal(403, "error.foreignForm");
  }

  /** The desk is not known by the name that the browser asked for. */
  static Refusal unknownHost() {
    return new Refusal(421, "error.unknownHost");
  }

  /** More was sent than is taken. */
  public static Refusal tooLarge() {
    return new Refusal(413, "error.tooLarge");
  }

  /** What was asked for cannot be had just now. */
  public static Refusal conflict() {
    return new Refusal(409, "error.conflict");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The text of this in the bundle of this package. */
  String key() {
    return key;
  }
}
