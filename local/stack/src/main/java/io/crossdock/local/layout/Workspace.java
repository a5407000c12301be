package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directories of one checkout and of the stack it runs.
 *
 * @param root the checkout, absolute
 */
public record Workspace(Path root) {

    /** The property by which the launcher script says where the checkout is. */
    public static final String PROPERTY = "crossdock.root";

    /** The variable that puts data, logs and pid files elsewhere than into the checkout, for a second stack beside the first. */
    public static final String HOME = "CROSSDOCK_HOME";

    /** The variable that names another folder of systems and connections. */
    public static final String CONNECTORS = "CROSSDOCK_CONNECTORS_DIR";

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The checkout that the script named, else the current directory. */
    public static Workspace current() {
        return new Workspace(Path.of(System.getProperty(PROPERTY, "")));
    }

    /** The folder of systems and connections: the checkout's own, unless {@value #CONNECTORS} names another. */
    public Path connectors() {
        String other = System.getenv(CONNECTORS);
        return other == null || other.isBlank() ? root.resolve("connectors") : Path.of(other);
    }

    /** What survives a restart: databases, topics, state. */
    public Path data() {
        return state().resolve("data");
    }

    /** One log per process. */
    public Path logs() {
        return state().resolve("logs");
    }

    /** Pid files, the lock of the running stack, secrets. */
    public Path run() {
        return state().resolve("run");
    }

    /** What Maven made of the module at {@code path}, for example {@code local/broker}. */
    public Path target(String path) {
        return root.resolve(path).resolve("target");
    }

    /** Text that the command line of every process of this stack contains, and no other's does. */
    public String mark() {
        return state() + "/";
    }

    /** Makes the directories; only the owner may read them. */
    public void create() {
        try {
            for (Path directory : new Path[] {data(), logs(), run()}) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "The directory " + state() + " cannot be written: " + e.getMessage()
                            + "; give it to the user who runs the stack.",
                    e);
        }
    }

    /** Forgets all state, and the secrets that belong to it. */
    public void forget() {
        delete(data());
        delete(run().resolve(Secrets.FILE));
        delete(Certificates.in(this).folder());
    }

    /** Deletes a file or a directory with all that is in it; nothing there is no error. */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot delete " + path + ": " + e.getMessage() + ".", e);
        }
    }

    private Path state() {
        String home = System.getenv(HOME);
        return home == null || home.isBlank()
                ? root.resolve(".crossdock")
                : Path.of(home).toAbsolutePath().normalize();
    }
}
