package yomitori.review.manage;

import java.util.List;
import java.util.Optional;
import yomitori.desk.tokens.Right;
import yomitori.desk.tokens.Token;
import yomitori.desk.tokens.Tokens.Fresh;

/**
 * The page of programs' keys.
 *
 * @param fresh a key that is shown this once
 * @param fault what went wrong, in words; empty if nothing did
 * @param name of the key that could not be made, as it was typed
 */
public record TokensModel(
    List<Token> tokens, List<Right> rights, Optional<Fresh> fresh, String fault, String name) {

  /** Copies the lists. */
  public TokensModel {
    tokens = List.copyOf(tokens);
    rights = List.copyOf(rights);
  }
}
