package io.crossdock.config;

/**
 * A text that nobody but the one it is meant for may see: it never prints.
 *
 * @param value the text
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "[hidden]";
    }
}
