package io.crossdock.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants something done says.
 *
 * @param by who
 * @param note why; null if they do not say
 * @param more the whole body
 */
record Said(String by, @Nullable String note, JsonNode more) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1_000;

    /**
     * Reads a body.
     *
     * @param expected how it should look, for whoever got it wrong
     * @throws IllegalArgumentException with what is wrong with it
     */
    static Said read(String body, String expected) {
        try {
            JsonNode said = JSON.readTree(body);
            String by = said.path("by").asText().strip();
            String note = said.path("note").textValue();
            if (by.isEmpty() || by.length() > LONGEST) {
                throw new IllegalArgumentException("Say who you are: " + expected);
            }
            if (note != null && note.length() > LONGEST) {
                throw new IllegalArgumentException("note is longer than " + LONGEST + " characters.");
            }
            return new Said(by, note, said);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is no JSON, expected " + expected, e);
        }
    }
}
