/** What is wrong with the desk at this moment. */
package yomitori.desk.health;
