package io.crossdock.local.client.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a raw record lies, written {@code topic-partition@offset}. */
record Coordinates(String topic, String partition, String offset) {

    private static final Pattern TEXT = Pattern.compile("(.+)-([0-9]+)@([0-9]+)");

    /**
     * As somebody typed them.
     *
     * @throws ClientFailure if they are none
     */
    static Coordinates parse(String typed) {
        Matcher matcher = TEXT.matcher(typed.strip());
        if (!matcher.matches()) {
            throw new ClientFailure(
                    ExitCode.USAGE,
                    "'" + typed + "' are no coordinates of a record: they look like raw.wms-east.orders-2@1234.");
        }
        return new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** Those of the record that a dead letter speaks of. */
    static Coordinates of(JsonNode letter) {
        return new Coordinates(Json.text(letter, "topic"), Json.text(letter, "partition"), Json.text(letter, "offset"));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
