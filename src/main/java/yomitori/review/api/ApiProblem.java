package yomitori.review.api;

import java.util.Arrays;

/** A request that is answered with a problem; its words are in the bundle of this package. */
final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final int MALFORMED = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int UNSUPPORTED_TYPE = 415;
  static final int UNPROCESSABLE = 422;
  static final int TOO_MANY = 429;
  static final int INSUFFICIENT_STORAGE = 507;

  private final int status;
  private final String code;
  private final transient Object[] details;

  /**
   * @param code the text's key, and what programs tell it by
   */
  ApiProblem(int status, String code, Object... details) {
    super(status + " " + code + " " + Arrays.toString(details));
    this.status = status;
    this.code = code;
    this.details = details.clone();
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Object[] details() {
    return details.clone();
  }
}
