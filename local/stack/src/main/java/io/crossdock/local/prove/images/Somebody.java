package io.crossdock.local.prove.images;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs an image: the user that it names if we may choose, else ourselves, as long as we are not root.
 *
 * @param number of the user
 * @param prefix words before a command; empty for ourselves
 */
record Somebody(String number, List<String> prefix) {

    Somebody {
        prefix = List.copyOf(prefix);
    }

    static Somebody of(String number) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Somebody(
                number,
                root ? List.of("setpriv", "--reuid=" + number, "--regid=" + number, "--clear-groups") : List.of());
    }

    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Gives a directory to them. */
    void own(Path directory) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setAttribute(directory, "unix:uid", Integer.parseInt(number));
            Files.setAttribute(directory, "unix:gid", Integer.parseInt(number));
        }
    }

    /** Whether they could change what lies there. */
    boolean mayWrite(Path directory) {
        try {
            return new ProcessBuilder(command(List.of("test", "-w", directory.toString())))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new StackFailure("It cannot be tried who may write to " + directory + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while trying who may write to " + directory + ".", e);
        }
    }
}
