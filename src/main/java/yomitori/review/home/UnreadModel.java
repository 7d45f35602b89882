package yomitori.review.home;

import java.util.List;
import yomitori.desk.day.Unread;

/** The page of what could not be read, the newest first. */
public record UnreadModel(List<Unread> unread) {

  /** Copies the list. */
  public UnreadModel {
    unread = List.copyOf(unread);
  }
}
