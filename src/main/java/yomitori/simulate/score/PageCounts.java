package yomitori.simulate.score;

/**
 * What became of pages.
 *
 * @param forms pages that hold a form
 * @param accepted of those, read with nothing in doubt
 * @param review read with something in doubt
 * @param unreadable known as the form but not laid straight
 * @param notAForm taken for something else
 * @param otherForm taken for another form
 * @param failed named in {@code failed.csv}
 * @param noRecord named nowhere
 * @param withWrongMark read pages on which at least one mark was accepted wrongly
 * @param othersLeftOut pages without truth, so not the form, that were not taken for it
 * @param othersTaken pages without truth that were taken for a form
 * @param unknownSources of the records without truth, how many are of files that the truth names
 *     nowhere
 */
public record PageCounts(
    long forms,
    long accepted,
    long review,
    long unreadable,
    long notAForm,
    long otherForm,
    long failed,
    long noRecord,
    long withWrongMark,
    long othersLeftOut,
    long othersTaken,
    long unknownSources) {

  /** Pages of a form whose values were read. */
  public long read() {
    return accepted + review;
  }

  /** Pages of a form that gave no values. */
  public Rate notRead() {
    return Rate.of(forms - read(), forms);
  }

  /** Read pages with a wrong mark among those read. */
  public Rate wrongMarkRate() {
    return Rate.of(withWrongMark, read());
  }
}
