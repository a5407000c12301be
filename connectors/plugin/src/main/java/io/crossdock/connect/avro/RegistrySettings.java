package io.crossdock.connect.avro;

import java.util.HashMap;
import java.util.Map;

/** Options of the registry's serializers, gathered from a connector's or a converter's options. */
public final class RegistrySettings {

    private static final String PASSED_ON = "apicurio.registry.";

    private RegistrySettings() {}

    /**
     * The options of a serializer or deserializer.
     *
     * @param url address of the registry's API, for example {@code http://127.0.0.1:8085/apis/registry/v3}
     * @param options options that start with {@code prefix + "apicurio.registry."} are passed on
     * @param prefix what comes before the registry's own names, may be empty
     */
    public static Map<String, Object> of(String url, Map<String, ?> options, String prefix) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("apicurio.registry.url", url);
        settings.put("apicurio.registry.auto-register", "true");
        options.forEach((name, value) -> {
            if (name.startsWith(prefix + PASSED_ON)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        return settings;
    }
}
