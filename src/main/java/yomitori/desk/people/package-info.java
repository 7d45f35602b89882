/** The people of the desk: their accounts and roles, their passwords, and who is logged in. */
package yomitori.desk.people;
