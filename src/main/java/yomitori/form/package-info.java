/**
 * The form as data: its fields in millimetres, what each may hold, its printed blank; loading and
 * checking {@code form.yaml}; drawing the blank as a PDF.
 */
package yomitori.form;
