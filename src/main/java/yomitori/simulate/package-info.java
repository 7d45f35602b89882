/** Answered forms drawn and sent down a simulated fax line, with the truth. */
package yomitori.simulate;
