package io.crossdock.local.prove.lag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One milestone with its six stamps.
 *
 * @param stamps occurred, recorded, landed, projected, first called, confirmed
 */
record Sample(List<Instant> stamps) {

    private static final List<String> NAMES =
            List.of("occurredAt", "recordedAt", "landedAt", "projectedAt", "calledAt", "confirmedAt");

    Sample {
        stamps = List.copyOf(stamps);
    }

    /** That of an item of {@code /api/v1/sync}; empty until all its stamps are there. */
    static Optional<Sample> of(JsonNode item) {
        List<Instant> stamps = NAMES.stream()
                .map(name -> item.path(name).asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .toList();
        return stamps.size() == NAMES.size() ? Optional.of(new Sample(stamps)) : Optional.empty();
    }

    /** Milliseconds of one hop. */
    double millis(Hop hop) {
        int part = Hop.PARTS.indexOf(hop);
        return part < 0
                ? between(stamps.getFirst(), stamps.getLast())
                : between(stamps.get(part), stamps.get(part + 1));
    }

    /** All hops but the total together. */
    double sum() {
        return Hop.PARTS.stream().mapToDouble(this::millis).sum();
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
