package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a stack is made of: whoever speaks to a running one must know how many brokers there are and whether they let strangers in.
 *
 * @param brokers how many, 1 or 3
 * @param workers how many Connect workers
 * @param secure whether TLS, passwords and grants are on
 */
public record Shape(int brokers, int workers, boolean secure) {

    /** One of each, and nothing kept out: what a laptop needs. */
    public static final Shape PLAIN = new Shape(1, 1, false);

    private static final String FILE = "shape.properties";

    /** As part of a sentence. */
    public String said() {
        return (brokers == 1 ? "one broker" : brokers + " brokers") + (secure ? " with users" : " without users");
    }

    /** The shape of the stack that was started last; plain if none was. */
    public static Shape read(Workspace workspace) {
        Path file = workspace.run().resolve(FILE);
        if (!Files.exists(file)) {
            return PLAIN;
        }
        Properties values = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            values.load(in);
        } catch (IOException e) {
            throw new StackFailure(
                    "What the stack is made of cannot be read from " + file + ": " + e.getMessage() + ".", e);
        }
        return new Shape(
                Integer.parseInt(values.getProperty("brokers")),
                Integer.parseInt(values.getProperty("workers")),
                Boolean.parseBoolean(values.getProperty("secure")));
    }

    /** Remembers it for those who come later. */
    public void write(Workspace workspace) {
        Properties values = new Properties();
        values.setProperty("brokers", String.valueOf(brokers));
        values.setProperty("workers", String.valueOf(workers));
        values.setProperty("secure", String.valueOf(secure));
        Path file = workspace.run().resolve(FILE);
        try (OutputStream out = Files.newOutputStream(file)) {
            values.store(out, "What the stack is made of; written at each start");
        } catch (IOException e) {
            throw new StackFailure(
                    "What the stack is made of cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
