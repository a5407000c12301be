package io.crossdock.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads environment variables and remembers every problem, so that all are told at once. */
final class Variables {

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    int port(String name, int otherwise) {
        return (int) number(name, otherwise, 1, 65_535);
    }

    long number(String name, long otherwise, long least, long most) {
        String value = text(name, String.valueOf(otherwise));
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told with the range below.
        }
        problems.add(name + " is '" + value + "', expected a whole number from " + least + " to " + most);
        return otherwise;
    }

    String url(String name, String otherwise) {
        String value = text(name, otherwise);
        try {
            URI uri = URI.create(value);
            if (uri.getScheme() != null && uri.getHost() != null) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        problems.add(name + " is '" + value + "', expected an address such as " + otherwise);
        return otherwise;
    }

    /** A length of time that is not negative, as ISO 8601 writes it. */
    Duration duration(String name, Duration otherwise) {
        String value = text(name, otherwise.toString());
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        problems.add(name + " is '" + value + "', expected a length of time such as PT15M, PT4H or P30D");
        return otherwise;
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
