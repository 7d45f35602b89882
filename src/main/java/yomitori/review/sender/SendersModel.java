package yomitori.review.sender;

import java.util.List;
import yomitori.review.web.Pager;

/** The list of senders; those of whom the most is in doubt come first. */
public record SendersModel(List<SenderWords> senders, Pager pager) {

  public SendersModel {
    senders = List.copyOf(senders);
  }
}
