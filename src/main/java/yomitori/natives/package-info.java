/** The folder on disk that native libraries are loaded from, and what this machine is called. */
package yomitori.natives;
