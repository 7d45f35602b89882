/** What the desk learns of those who send faxes: how their machines print, scale and smear. */
package yomitori.desk.sender;
