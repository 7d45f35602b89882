/**
 * How much doubt is too much: what other costs of a mistake would change is counted beforehand, and
 * a change decides anew what no person has decided.
 */
package yomitori.desk.thresholds;
