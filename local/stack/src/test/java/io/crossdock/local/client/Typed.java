package io.crossdock.local.client;

import io.crossdock.local.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What a person sees after typing a command.
 *
 * @param out what was printed
 * @param err what was complained of
 */
public record Typed(int exitCode, String out, String err) {

    /** Types {@code ./crossdock …} in Chicago on a terminal of 110 columns without colours. */
    public static Typed crossdock(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--zone", "America/Chicago", "--width", "110", "--no-color"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Typed(commands.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
    }
}
