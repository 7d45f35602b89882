package yomitori.review.sender;

import java.util.List;
import yomitori.desk.sender.Senders.SentPage;

/**
 * The page about a sender.
 *
 * @param measures in words
 * @param pages from which this was learnt, newest first
 */
public record SenderModel(SenderWords sender, List<String> measures, List<SentPage> pages) {

  public SenderModel {
    measures = List.copyOf(measures);
    pages = List.copyOf(pages);
  }
}
