package io.crossdock.normalize;

import io.crossdock.order.fact.Fact;
import io.crossdock.reference.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one raw record: exactly one of the four. */
public sealed interface Normalized {

    /** Connection it came from; {@code unknown} if its topic names none. */
    String connection();

    /** Raw entity in kebab-case. */
    String entity();

    /**
     * It says something.
     *
     * @param facts what it says, never empty
     * @param newColumn a column that the system's file does not list, to be reported once; null if there is none
     */
    record Accepted(
            String connection,
            String entity,
            List<Fact> facts,
            @Nullable String newColumn) implements Normalized {

        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * It says something about a row of reference data.
     *
     * @param entry what it says
     * @param newColumn as of {@link Accepted}
     */
    record Referenced(
            String connection,
            String entity,
            Entry entry,
            @Nullable String newColumn) implements Normalized {}

    /**
     * A dead letter.
     *
     * @param text what, where and what to do; holds no personal data
     */
    record Rejected(String connection, String entity, Reason reason, String text) implements Normalized {}

    /**
     * Not meant to say anything.
     *
     * @param rule why: {@code tombstone}, {@code message}, {@code purge}, {@code delete-reported}, {@code mapping}
     */
    record Ignored(String connection, String entity, String rule) implements Normalized {}
}
