package org.postroad.rehearse;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that tells what it does: on the terminal, or where its caller wants it. */
public abstract class PrintingCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** Prints a line at once. */
    protected final void say(String line) {
        out().println(line);
        out().flush();
    }

    protected final PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }
}
