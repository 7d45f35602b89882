/**
 * The desk's settings: one immutable tree, read once. Flag before environment before {@code
 * desk.yaml} before default; what is not known or cannot be is a mistake with its place.
 */
package yomitori.desk.settings;
