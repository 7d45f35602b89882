/**
 * Page to form coordinates: orientation, deskew, which form, global fit, local refinement, and how
 * well it fits.
 */
package yomitori.register;
