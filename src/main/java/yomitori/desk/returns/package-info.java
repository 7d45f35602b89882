/** Who of the expected institutions has answered, and who has not. */
package yomitori.desk.returns;
