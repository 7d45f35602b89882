/** Written fields: combs, amounts, lines; engines give candidates with scores. */
package yomitori.text;
