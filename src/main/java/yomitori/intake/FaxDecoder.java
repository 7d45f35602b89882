package yomitori.intake;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decodes one strip of T.4 or T.6 data row by row and goes on after errors. Never throws for what
 * the data holds; time is linear in its length, but for the search after an error, which is
 * bounded.
 *
 * <p>T.4: the end-of-line codes are found first, so a spoilt row costs itself alone: it is replaced
 * by the row above and counted, and decoding goes on at the next end-of-line code; where such a
 * code itself was spoilt, the one-dimensional row behind it is found by its fitting the width. A
 * two-dimensional row whose reference was spoilt is decoded against the replacement and counted as
 * bad too, up to the next one-dimensional row. Without end-of-line codes the next place from which
 * several rows fit the width is searched.
 *
 * <p>T.6 has no such codes. After an error, decoding goes on at a place from which everything to
 * the end-of-block code can be decoded as it stands, if there is one: see {@link #resumeT6}. Else
 * the rows after the error are missing.
 *
 * <p>Source of the codes and the row rules: ITU-T T.4 clause 4, T.6 clause 2. Uncompressed mode is
 * not supported (no fax machine is known to send it).
 */
final class FaxDecoder {

  /**
   * What came of a strip.
   *
   * @param rows rows that came, the bad ones among them included
   * @param bad which of them were replaced or rest on a replaced one
   * @param ended whether the sender's own end-of-page code was met, so nothing is missing below
   */
  record Rows(int rows, BitSet bad, boolean ended) {

    int good() {
      return rows - bad.cardinality();
    }
  }

  /** Zero bits that make an end-of-line code, when a one follows. */
  private static final int EOL_ZEROS = 11;

  /** End-of-line codes in a row that end the page: three of the six sent, as some may be spoilt. */
  private static final int EOLS_AT_END = 3;

  /** Rows in a row that must fit the width before a searched place is believed. */
  private static final int ROWS_TO_BELIEVE = 4;

  /** Bits searched for the next row: more than a densely coded row takes. */
  private static final int SEARCH_BITS = 1 << 14;

  /** Blank rows with which a place must begin before T.6 data is believed from there on. */
  private static final int BLANK_ROWS_TO_BELIEVE = 2;

  /** Rows that a resumed T.6 tail must have: fewer say nothing about whether it is in step. */
  private static final int TAIL_ROWS_TO_BELIEVE = 8;

  /**
   * Rows decoded wrongly before an error in T.6 data shows: at most so many in 56 of 62 byte errors
   * tried on a form page.
   */
  private static final int ROWS_TO_NOTICE = 4;

  /** The longest code word: an error so near to the end is the end of what was sent. */
  private static final int CODE_BITS = 13;

  /** Lost rows that are filled from the row above; more would draw streaks, so they stay blank. */
  private static final int ROWS_TO_FILL = 4;

  /**
   * Bits that searches may read, for each bit of the strip: enough to try every place of an
   * ordinary page once, few enough to end within a fraction of a second.
   */
  private static final int SEARCH_EFFORT = 40;

  /** The same where a coding is only measured: what can be found again matters little there. */
  private static final int MEASURING_EFFORT = 4;

  /** Bits that one try costs at least, its set-up counted. */
  private static final int TRY_BITS = 16;

  /** Bytes read past the end by a look-ahead of 32 bits. */
  private static final int PADDING = 8;

  private final byte[] data;
  private final int end;
  private final int width;
  private int pos;
  private int[] ref;
  private int refCount;
  private int[] cur;
  private int[] spare;
  private int count;

  private int[] eolStart = new int[64];
  private int[] eolAfter = new int[64];
  private int eols;
  private int nextEol;

  private GrayRows target;
  private int left;
  private int top;
  private int rows;
  private int expectedRows;
  private int maxRows;
  private long effort;
  private boolean anchored;
  private boolean drawn;
  private BitSet bad = new BitSet();

  /**
   * @param data the coded bytes, most significant bit first
   * @param width pixels a row
   */
  FaxDecoder(byte[] data, int width) {
    this.data = Arrays.copyOf(data, data.length + PADDING);
    this.end = data.length * 8;
    this.width = width;
    this.ref = new int[width + 8];
    this.cur = new int[width + 8];
    this.spare = new int[width + 8];
  }

  /** Decodes without painting, to see how well the coding fits the data. */
  Rows measure(FaxCoding coding, int expectedRows, int maxRows) {
    return run(coding, expectedRows, maxRows, MEASURING_EFFORT);
  }

  /**
   * Decodes and paints.
   *
   * @param expectedRows rows that the file promises, 0 where it does not say
   * @param maxRows rows after which to stop
   * @param target where to paint, or null; it grows as needed
   * @param left column of the strip's first pixel
   * @param top row of its first row
   */
  Rows decode(FaxCoding coding, int expectedRows, int maxRows, GrayRows target, int left, int top) {
    this.target = target;
    this.left = left;
    this.top = top;
    Rows result = run(coding, expectedRows, maxRows, SEARCH_EFFORT);
    this.target = null;
    return result;
  }

  private Rows run(FaxCoding coding, int expectedRows, int maxRows, int effortABit) {
    this.expectedRows = expectedRows;
    this.maxRows = maxRows;
    this.anchored = true;
    this.effort = (long) effortABit * end;
    this.rows = 0;
    this.pos = 0;
    this.bad = new BitSet();
    whiteReference();
    boolean ended;
    if (coding.scheme() == FaxCoding.Scheme.T6) {
      ended = decodeT6(coding.alignment());
    } else {
      findEols();
      ended =
          eols > 1
              ? decodeT4(coding.scheme() == FaxCoding.Scheme.TWO_DIMENSIONAL)
              : decodeWithoutEols(coding);
    }
    return new Rows(rows, bad, ended);
  }

  // ---- T.4 with end-of-line codes

  private void findEols() {
    eols = 0;
    nextEol = 0;
    int zeros = 0;
    int bytes = end / 8;
    for (int i = 0; i < bytes; i++) {
      int b = data[i] & 0xff;
      if (b == 0) {
        zeros += 8;
        continue;
      }
      int leading = Integer.numberOfLeadingZeros(b) - 24;
      if (zeros + leading >= EOL_ZEROS) {
        addEol(i * 8 - zeros, i * 8 + leading + 1);
      }
      zeros = Integer.numberOfTrailingZeros(b);
    }
  }

  private void addEol(int start, int after) {
    if (eols == eolStart.length) {
      eolStart = Arrays.copyOf(eolStart, eols * 2);
      eolAfter = Arrays.copyOf(eolAfter, eols * 2);
    }
    eolStart[eols] = start;
    eolAfter[eols++] = after;
  }

  private boolean hasEolAhead() {
    while (nextEol < eols && eolAfter[nextEol] <= pos) {
      nextEol++;
    }
    return nextEol < eols;
  }

  private boolean atEol() {
    return hasEolAhead() && endsAt(nextEol);
  }

  /** Whether the place is in the zeros that lead an end-of-line code, eleven of them ahead. */
  private boolean endsAt(int eol) {
    return pos >= eolStart[eol] && pos <= eolAfter[eol] - EOL_ZEROS - 1;
  }

  private boolean decodeT4(boolean twoDimensional) {
    boolean referenceGood = true;
    while (rows < maxRows) {
      boolean oneDimensional = true;
      int together = 0;
      while (atEol()) {
        pos = eolAfter[nextEol++];
        if (twoDimensional) {
          oneDimensional = peek(1) == 1;
          pos++;
        }
        together++;
      }
      if (together >= EOLS_AT_END) {
        return true;
      }
      if (pos >= end) {
        return false;
      }
      int start = pos;
      boolean fits = (oneDimensional ? readRow1D() : readRow2D()) && pos <= end;
      boolean lastRow = !hasEolAhead();
      if (fits && (lastRow || atEol())) {
        referenceGood |= oneDimensional;
        if (!referenceGood) {
          bad.set(rows);
        }
        emit();
      } else if (lastRow || eolAfter[nextEol] >= end) {
        return false;
      } else {
        emitSpoilt(fits, fits ? pos : start, twoDimensional);
        referenceGood = !bad.get(rows - 1);
      }
    }
    return false;
  }

  /**
   * Deals with a row after which no end-of-line code stands, and leaves the place at the next one.
   *
   * @param fits whether the row is as wide as the page, so that only the code after it may be lost
   * @param from where a row behind the lost code can begin at the earliest
   */
  private void emitSpoilt(boolean fits, int from, boolean twoDimensional) {
    int[] swap = cur;
    int fittingCount = count;
    cur = spare;
    int next = nextEol;
    boolean rowFollows = !twoDimensional && findRowBefore(from, next);
    spare = cur;
    int spareCount = count;
    cur = swap;
    count = fittingCount;
    boolean twoRows = rowFollows || (fits && !twoDimensional && eolStart[next] > from + EOL_ZEROS);
    if (fits && twoRows) {
      if (!rowFollows) {
        bad.set(rows);
      }
      emit();
    } else {
      repeatRowAbove();
    }
    if (rowFollows && rows < maxRows) {
      swap = cur;
      cur = spare;
      spare = swap;
      count = spareCount;
      emit();
    } else if (twoRows && rows < maxRows) {
      repeatRowAbove();
    }
    nextEol = next;
    pos = eolAfter[next] - EOL_ZEROS - 1;
  }

  /**
   * Whether a one-dimensional row that ends at an end-of-line code begins after a place. The
   * shortest is taken: less than the row is less than the width.
   */
  private boolean findRowBefore(int from, int eol) {
    for (int at = eolStart[eol] - 1; at > from && effort > 0; at--) {
      pos = at;
      boolean fits = readRow1D();
      effort -= Math.max(pos - at, 0) + TRY_BITS;
      if (fits && endsAt(eol)) {
        return true;
      }
    }
    return false;
  }

  // ---- T.4 rows one after the other

  private boolean decodeWithoutEols(FaxCoding coding) {
    boolean twoDimensional = coding.scheme() == FaxCoding.Scheme.TWO_DIMENSIONAL;
    if (eols == 1 && atEol()) {
      pos = eolAfter[0];
    }
    while (rows < maxRows && pos < end) {
      int start = pos;
      if (readRow(twoDimensional, coding.alignment()) && pos <= end) {
        emit();
      } else if (findNextRow(start, coding.alignment(), twoDimensional)) {
        repeatRowAbove();
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean readRow(boolean twoDimensional, int alignment) {
    pos = (pos + alignment - 1) & -alignment;
    boolean oneDimensional = true;
    if (twoDimensional) {
      oneDimensional = peek(1) == 1;
      pos++;
    }
    return oneDimensional ? readRow1D() : readRow2D();
  }

  /** Moves to the first place after {@code start} where several rows in a row fit the width. */
  private boolean findNextRow(int start, int alignment, boolean twoDimensional) {
    int first = ((start + alignment - 1) & -alignment) + alignment;
    int stop = Math.min(end, first + SEARCH_BITS);
    for (int at = first; at < stop && effort > 0; at += alignment) {
      pos = at;
      int fitting = 0;
      while (fitting < ROWS_TO_BELIEVE
          && readRow(twoDimensional, alignment)
          && pos <= end
          && pos > at + fitting) {
        fitting++;
      }
      effort -= pos - at + TRY_BITS;
      if (fitting == ROWS_TO_BELIEVE) {
        pos = at;
        return true;
      }
    }
    return false;
  }

  // ---- T.6

  private boolean decodeT6(int alignment) {
    while (rows < maxRows) {
      pos = (pos + alignment - 1) & -alignment;
      int start = pos;
      if (pos >= end) {
        return false;
      }
      if (atEndOfBlock()) {
        return true;
      }
      if (readRow2D() && pos <= end) {
        emitT6();
      } else if (alignment > 1 || !resumeT6(start)) {
        return false;
      }
    }
    return false;
  }

  /** Takes a row; after a resumption it counts as bad until the row above is known for certain. */
  private void emitT6() {
    emit();
    if (anchored) {
      return;
    }
    boolean blank = refCount == 0 || ref[0] == width;
    if (blank && drawn) {
      anchored = true;
    } else {
      bad.set(rows - 1);
      drawn |= !blank;
    }
  }

  /**
   * Looks for a place after an error from which the rest decodes without any error down to the
   * end-of-block code. The place must begin with blank rows, as only then is the row above known,
   * and what follows may not have more rows than are missing; it is laid at the bottom of the strip
   * and the rows between are bad.
   */
  private boolean resumeT6(int errorAt) {
    if (pos > end - CODE_BITS) {
      return false;
    }
    anchored = false;
    drawn = false;
    bad.set(Math.max(0, rows - ROWS_TO_NOTICE), rows);
    int missing = expectedRows - rows;
    if (missing <= 0) {
      return false;
    }
    int[] above = Arrays.copyOf(ref, refCount + 4);
    int aboveCount = refCount;
    for (int at = errorAt + 1; at < end && effort > 0; at++) {
      int tail = measureTail(at, missing);
      effort -= pos - at + TRY_BITS;
      if (tail >= TAIL_ROWS_TO_BELIEVE) {
        int lost = missing - tail;
        bad.set(rows, rows + lost);
        if (lost <= ROWS_TO_FILL) {
          System.arraycopy(above, 0, ref, 0, above.length);
          refCount = aboveCount;
          for (int i = 0; i < lost; i++) {
            repeatRowAbove();
          }
        } else {
          rows += lost;
        }
        whiteReference();
        pos = at;
        return true;
      }
    }
    System.arraycopy(above, 0, ref, 0, above.length);
    refCount = aboveCount;
    return false;
  }

  /** Rows from a place to the end-of-block code, or -1 where it is not reached without error. */
  private int measureTail(int at, int most) {
    pos = at;
    whiteReference();
    for (int n = 0; n <= most; n++) {
      if (pos < end && atEndOfBlock()) {
        return n;
      }
      if (!readRow2D() || pos > end) {
        return -1;
      }
      boolean blank = count == 0 || cur[0] == width;
      if (n < BLANK_ROWS_TO_BELIEVE && !blank) {
        return -1;
      }
      becomeReference();
    }
    return -1;
  }

  private boolean atEndOfBlock() {
    return peek(EOL_ZEROS + 1) == 1;
  }

  // ---- rows

  private void whiteReference() {
    refCount = 0;
    Arrays.fill(ref, 0, 4, width);
  }

  private void emit() {
    becomeReference();
    paint();
    rows++;
  }

  private void becomeReference() {
    for (int i = 0; i < 4; i++) {
      cur[count + i] = width;
    }
    int[] swap = ref;
    ref = cur;
    refCount = count;
    cur = swap;
  }

  private void repeatRowAbove() {
    bad.set(rows);
    paint();
    rows++;
  }

  private void paint() {
    if (target == null) {
      return;
    }
    target.ensure(top + rows + 1);
    int columns = Math.min(width, target.width() - left);
    byte[] pixels = target.pixels();
    int base = (top + rows) * target.width() + left;
    for (int i = 0; i < refCount; i += 2) {
      int from = ref[i];
      int to = Math.min(ref[i + 1], columns);
      if (from < to) {
        Arrays.fill(pixels, base + from, base + to, (byte) 0);
      }
    }
  }

  private boolean readRow1D() {
    count = 0;
    int a0 = 0;
    while (a0 < width) {
      int run = readRun((count & 1) == 0);
      if (run < 0 || run > width - a0) {
        return false;
      }
      a0 += run;
      change(a0);
    }
    return true;
  }

  private boolean readRow2D() {
    count = 0;
    int a0 = -1;
    int b = 0;
    while (a0 < width) {
      b = (b & ~1) | (count & 1);
      while (b >= 2 && ref[b - 2] > a0) {
        b -= 2;
      }
      while (ref[b] <= a0 && ref[b] < width) {
        b += 2;
      }
      int entry = FaxCodes.MODE[peek(FaxCodes.MODE_BITS)];
      if (entry < 0) {
        return false;
      }
      pos += entry & 15;
      int mode = entry >> 4;
      if (mode == FaxCodes.PASS) {
        a0 = ref[b + 1];
      } else if (mode == FaxCodes.HORIZONTAL) {
        int from = Math.max(a0, 0);
        boolean white = (count & 1) == 0;
        int first = readRun(white);
        int second = first < 0 ? -1 : readRun(!white);
        if (second < 0 || first + second > width - from) {
          return false;
        }
        change(from + first);
        change(from + first + second);
        a0 = from + first + second;
      } else {
        int a1 = ref[b] + mode - FaxCodes.VERTICAL_ZERO;
        if (a1 <= a0 || a1 > width) {
          return false;
        }
        change(a1);
        a0 = a1;
      }
    }
    return true;
  }

  /** Notes a change of colour; one at the place of the last change takes that back. */
  private void change(int at) {
    if (count > 0 && cur[count - 1] == at) {
      count--;
    } else {
      cur[count++] = at;
    }
  }

  /** The next run's length in pixels, or -1 where no code word stands. */
  private int readRun(boolean white) {
    int run = 0;
    while (run <= width) {
      int entry =
          white
              ? FaxCodes.WHITE[peek(FaxCodes.WHITE_BITS)]
              : FaxCodes.BLACK[peek(FaxCodes.BLACK_BITS)];
      if (entry < 0) {
        return -1;
      }
      pos += entry & 15;
      int part = entry >> 4;
      run += part;
      if (part < FaxCodes.FIRST_MAKE_UP) {
        return run;
      }
    }
    return -1;
  }

  private int peek(int bits) {
    int i = Math.min(pos >>> 3, data.length - 4);
    int word =
        (data[i] & 0xff) << 24
            | (data[i + 1] & 0xff) << 16
            | (data[i + 2] & 0xff) << 8
            | (data[i + 3] & 0xff);
    return (word << (pos & 7)) >>> (32 - bits);
  }
}
