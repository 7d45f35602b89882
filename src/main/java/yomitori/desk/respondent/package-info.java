/** Who answers with a page: prefecture, code and name, kept in step with the page's values. */
package yomitori.desk.respondent;
