package yomitori.desk.sender;

/** By what the sender of a page is known; the first that tells one counts. */
public enum SenderOrigin {
  /** The subfolder of the inbox. */
  FOLDER,
  /** A number in the file's name. */
  FILE_NAME,
  /** The line that the sending machine printed along the page's top edge. */
  HEADER_LINE
}
