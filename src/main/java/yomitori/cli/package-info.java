/** The commands, thin: each parses its line, calls the rooms before it, and prints. */
package yomitori.cli;
