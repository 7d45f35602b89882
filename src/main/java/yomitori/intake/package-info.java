/**
 * Bytes to pages: fax TIFF, PDF, PNG and JPEG; the true shape of the pixels; what failed and why.
 */
package yomitori.intake;
