package io.crossdock.local.database;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a database server, which refuses to run as root.
 *
 * @param prefix words before the command; empty for an ordinary user
 */
record Unprivileged(List<String> prefix) {

    /** In a user namespace without mapping root is nobody, and still owns its files. */
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    static Unprivileged detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        return works(NAMESPACE) ? new Unprivileged(NAMESPACE) : new Unprivileged(NOBODY);
    }

    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Gives a data directory to the user the server runs as. */
    void own(Path directory) {
        if (prefix.equals(NOBODY)) {
            new Command(List.of("chown", "-R", "nobody:nogroup", directory.toString())).run("");
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while trying " + command + ".", e);
        }
    }
}
