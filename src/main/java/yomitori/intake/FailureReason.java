package yomitori.intake;

/** Why a file or page could not be taken in; each has a message in the resource bundle. */
public enum FailureReason {
  /** The path does not exist or may not be read. */
  NOT_READABLE,
  /** The file has no bytes. */
  EMPTY_FILE,
  /** Neither TIFF nor PDF, PNG or JPEG, whatever its name says. */
  UNKNOWN_FORMAT,
  /** The file or page is larger than a fax page can be. */
  TOO_LARGE,
  /** The right kind of file, but its structure is broken and no page can be found. */
  CORRUPT,
  /** The page is there but nothing of its picture could be decoded. */
  NO_ROWS,
  /** A compression or colour layout that is not supported. */
  UNSUPPORTED,
  /** A PDF that needs a password. */
  ENCRYPTED
}
