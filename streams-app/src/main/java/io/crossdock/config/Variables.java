package io.crossdock.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads environment variables and remembers every problem, so that all are told at once. */
final class Variables {

    private static final String FILE = "_FILE";

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** Null if it is not set. */
    @Nullable
    String optional(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    String oneOf(String name, String otherwise, Set<String> values) {
        String value = text(name, otherwise);
        if (values.contains(value)) {
            return value;
        }
        problems.add(name + " is '" + value + "', expected one of " + new TreeSet<>(values));
        return otherwise;
    }

    /** What a variable holds, or the file that {@code <name>_FILE} names without the line's end; null if neither is set. */
    @Nullable
    Secret secret(String name) {
        String value = optional(name);
        Path file = readableFile(name + FILE);
        if (value != null && file != null) {
            problems.add(name + " and " + name + FILE + " are both set, expected one of them");
        }
        if (file == null) {
            return value == null ? null : new Secret(value);
        }
        try {
            return new Secret(Files.readString(file).stripTrailing());
        } catch (IOException e) {
            problems.add(name + FILE + " is '" + file + "', which cannot be read: " + e.getMessage());
            return null;
        }
    }

    /** Null if none is named, or if it cannot be read. */
    @Nullable
    Path readableFile(String name) {
        String value = optional(name);
        if (value == null) {
            return null;
        }
        Path file = Path.of(value);
        if (Files.isReadable(file) && Files.isRegularFile(file)) {
            return file;
        }
        problems.add(name + " is '" + value + "', expected a file that can be read");
        return null;
    }

    /** What variables that begin with {@code prefix} say, by Kafka's names. */
    Map<String, String> kafkaKeys(String prefix) {
        return KafkaKeys.in(environment, prefix);
    }

    void problem(String text) {
        problems.add(text);
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
