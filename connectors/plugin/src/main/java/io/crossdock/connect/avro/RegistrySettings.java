package io.crossdock.connect.avro;

import io.crossdock.contract.Contracts;
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
        // Avro refuses classes nobody has vouched for; in a plugin's class loader that is ours to do.
        Contracts.trust();
        Map<String, Object> settings = new HashMap<>();
        settings.put("apicurio.registry.url", url);
        settings.put("apicurio.registry.auto-register", "true");
        // One self-contained schema for each contract, which any Avro reader understands.
        settings.put("apicurio.registry.dereference-schema", "true");
        // An id never changes its meaning: what is known is kept through a registry's absence.
        settings.put("apicurio.registry.check-period-ms", "3600000");
        settings.put("apicurio.registry.fault-tolerant-refresh", "true");
        options.forEach((name, value) -> {
            if (name.startsWith(prefix + PASSED_ON)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        return settings;
    }
}
