/** Why a fax or a page could not be read: kept in the ledger as a code, said in two languages. */
package yomitori.desk.failure;
