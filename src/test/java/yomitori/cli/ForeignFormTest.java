package yomitori.cli;

class ForeignFormTest {}
