package yomitori.cli;

import picocli.CommandLine.Command;

/** The commands about form definitions and their blanks. */
@Command(
    name = "form",
    resourceBundle = Messages.FORM,
    description = "${bundle:form.description}",
    mixinStandardHelpOptions = true,
    subcommands = {FormDrawCommand.class, FormCheckCommand.class})
public final class FormCommand {}
