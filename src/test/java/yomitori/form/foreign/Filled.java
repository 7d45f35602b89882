package yomitori.form.foreign;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * An answered sheet.
 *
 * @param image the paper, at the blank's density
 * @param meant the value of each field that was meant, as records show it, in the form's order
 */
public record Filled(BufferedImage image, Map<String, String> meant) {}
