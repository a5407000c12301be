package io.crossdock.local.prove.subscribers;

import io.crossdock.local.layout.Port;
import io.crossdock.local.prove.Check;
import java.nio.file.Path;
import java.util.List;

/** kcat reads {@code orders.status}: keys are order ids, values begin with the registry's header. */
public final class Kcat {

    private static final String WHAT = "kcat reads orders.status";
    /** Key, then the first byte and the schema id of the value, then the length of the rest. */
    private static final String FORMAT = "%k %S\n";

    private Kcat() {}

    /** Reads the topic from its beginning to its end. */
    public static Check check() {
        if (!Tool.exists("kcat")) {
            return Check.notRun(WHAT, "kcat is not installed (Debian: apt-get install kcat)");
        }
        List<String> command = List.of(
                "kcat",
                "-b",
                Port.BROKER.address(),
                "-C",
                "-t",
                "orders.status",
                "-o",
                "beginning",
                "-e",
                "-q",
                "-f",
                FORMAT);
        Tool.Result result = Tool.run(Path.of("/"), "", command);
        List<String> lines = result.output().lines().toList();
        long orders = lines.stream()
                .filter(line -> line.matches("ord_[0-9a-f-]{36} -?\\d+"))
                .count();
        return new Check(
                WHAT,
                result.exitCode() == 0 && orders > 0 && orders == lines.size(),
                orders + " records keyed by order id of " + lines.size() + " lines, exit " + result.exitCode()
                        + (orders == lines.size() ? "" : ", last: " + result.lastLine()));
    }
}
