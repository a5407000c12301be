package io.crossdock.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The schemas that released versions wrote state with: what they wrote must stay readable. */
public final class ReleasedSchemas {

    /** Every version with a folder in {@code schemas/released}. */
    static final List<String> VERSIONS = List.of("0.1.0");

    /** What state is made of; a few are named by others and come first. */
    static final List<String> FILES = List.of(
            "order-version",
            "fact",
            "order-status",
            "order-sync",
            "reference-entry",
            "source-tally",
            "state-archive",
            "state-deadline",
            "state-exceptions",
            "state-feed",
            "state-gathered",
            "state-history",
            "state-mailbox",
            "state-mailbox-head",
            "state-order",
            "state-order-part",
            "state-outbox",
            "state-suspect",
            "state-switch",
            "state-watermark");

    private static final Map<String, List<Schema>> BY_NAME = read();

    private ReleasedSchemas() {}

    /** The released versions of a schema, by its full name; none if it was never released. */
    public static List<Schema> of(Schema schema) {
        return BY_NAME.getOrDefault(schema.getFullName(), List.of());
    }

    private static Map<String, List<Schema>> read() {
        Map<String, List<Schema>> released = new HashMap<>();
        for (String version : VERSIONS) {
            Schema.Parser parser = new Schema.Parser();
            for (String file : FILES) {
                // A release need not have had the schema.
                try (InputStream text =
                        ReleasedSchemas.class.getResourceAsStream("/released/" + version + "/" + file + ".avsc")) {
                    if (text != null) {
                        Schema schema = parser.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
                        released.computeIfAbsent(schema.getFullName(), name -> new ArrayList<>())
                                .add(schema);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read schema " + file + " of release " + version, e);
                }
            }
        }
        return released;
    }
}
