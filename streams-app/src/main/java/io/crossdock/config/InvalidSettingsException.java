package io.crossdock.config;

import java.util.List;

/** Settings that cannot be used: every problem in one message. */
public final class InvalidSettingsException extends RuntimeException {

    InvalidSettingsException(List<String> problems) {
        super("The settings cannot be used:\n  " + String.join("\n  ", problems));
    }
}
