package io.crossdock.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings by Kafka's names in variables: {@code security.protocol} is {@code <prefix>SECURITY_PROTOCOL}. */
public final class KafkaKeys {

    private KafkaKeys() {}

    /** What an environment says under {@code prefix}, by Kafka's names, sorted. */
    public static Map<String, String> in(Map<String, String> environment, String prefix) {
        Map<String, String> found = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(
                        name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return found;
    }

    /** The variable that holds the setting {@code key}. */
    public static String variable(String prefix, String key) {
        return prefix + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
