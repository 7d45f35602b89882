/** Pictures of pages for people: upright, in their true shape, whole and in pieces. */
package yomitori.desk.pages;
