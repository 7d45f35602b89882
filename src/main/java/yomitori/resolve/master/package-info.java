/** The list of all institutions: read from the bureaus' files, found by code or by name. */
package yomitori.resolve.master;
