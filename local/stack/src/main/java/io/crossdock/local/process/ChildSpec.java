package io.crossdock.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A process of the stack as the supervisor needs to know it.
 *
 * @param name name of the component, as in logs and pid files
 * @param command program and arguments; never a secret
 * @param environment variables added to ours; secrets may be here
 * @param directory working directory
 * @param ready whether it answers now; asked again and again until it does
 * @param patience how long it may take to answer
 * @param endSignal signal that ends it cleanly, without SIG
 * @param kind whether it keeps the data of others
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        BooleanSupplier ready,
        Duration patience,
        String endSignal,
        Kind kind) {

    /** Whose process it is, in the order in which kinds are ended. */
    public enum Kind {
        /** Uses others. */
        SERVICE,
        /** Keeps the data of others, and is ended after all of them. */
        DATABASE
    }

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same process by another command. */
    public ChildSpec by(List<String> other) {
        return new ChildSpec(name, other, environment, directory, ready, patience, endSignal, kind);
    }

    /** The same process with another environment. */
    public ChildSpec with(Map<String, String> other) {
        return new ChildSpec(name, command, other, directory, ready, patience, endSignal, kind);
    }

    /** The same process in another directory. */
    public ChildSpec in(Path other) {
        return new ChildSpec(name, command, environment, other, ready, patience, endSignal, kind);
    }

    /** The same process, of which something else is waited for. */
    public ChildSpec until(BooleanSupplier other, Duration atMost) {
        return new ChildSpec(name, command, environment, directory, other, atMost, endSignal, kind);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return name + " " + command;
    }
}
