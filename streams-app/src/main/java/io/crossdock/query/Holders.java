package io.crossdock.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Who holds one partition of a store: who works on it, and who has a copy that follows it. A copy is asked only while the first
 * does not answer, which is when its instance has died or is being replaced.
 *
 * @param active who works on it; null if nobody does at the moment
 * @param copies who has a copy, best first
 */
public record Holders(@Nullable StoreLocation active, List<StoreLocation> copies) {

    public Holders {
        copies = List.copyOf(copies);
    }

    /** Somebody to ask, and how current the answer would be. */
    private record Turn(StoreLocation place, Age age) {}

    /**
     * The first answer: of who works on it, else of a copy, at last of what who works on it has already, which may be taking it over.
     *
     * @param question asks a place for an answer that is {@link Age#CURRENT} or of a {@link Age#COPY}
     * @throws NotReadyException if none of them answers, with what each said
     */
    public <T> Held<T> ask(BiFunction<StoreLocation, Age, T> question) {
        Set<String> said = new LinkedHashSet<>();
        for (Turn turn : turns()) {
            try {
                return new Held<>(
                        question.apply(turn.place(), turn.age()), turn.age().isStale());
            } catch (NotReadyException e) {
                said.add(String.valueOf(e.getMessage()));
            } catch (InvalidStateStoreException e) {
                // It was there a moment ago and is closed while it is read: the work is being shared out anew.
                said.add("The stores are being restored.");
            }
        }
        throw new NotReadyException(
                said.isEmpty() ? "Nobody holds this part of the stores yet." : String.join(" ", said));
    }

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        copies.forEach(place -> turns.add(new Turn(place, Age.COPY)));
        if (active != null) {
            turns.addFirst(new Turn(active, Age.CURRENT));
            turns.add(new Turn(active, Age.COPY));
        }
        return turns;
    }
}
