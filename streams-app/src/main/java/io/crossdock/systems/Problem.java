package io.crossdock.systems;

import java.nio.file.Path;

/**
 * One thing wrong in one file.
 *
 * @param file where
 * @param line line from 1; 0 where it is not known
 * @param field path of the field, for example {@code entities.orders.key}; empty for the whole file
 * @param found what is there
 * @param expected the form it should have
 */
public record Problem(Path file, int line, String field, String found, String expected) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + found
                + "; expected " + expected;
    }
}
