package io.crossdock.connect.reconcile;

import io.crossdock.connect.http.RestSettings;
import io.crossdock.connect.source.EntitySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Options of {@link RestKeysSourceConnector}. */
final class RestKeysSourceConfig extends AbstractConfig {

    private static final String ENTITIES = "entities";

    static final ConfigDef DEFINITION = RoundSettings.define(RestSettings.define(new ConfigDef(), 60), 2_000)
            .define(
                    ENTITIES,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> EntitySpec.parse(name, String.valueOf(value)),
                            () -> "[{\"entity\":…,\"object\":…,\"cursor\":…,\"id\":…,\"key\":[…]},…]"),
                    Importance.HIGH,
                    "Objects whose rows are told, JSON, as the source connector is given them.");

    RestKeysSourceConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    RestSettings rest() {
        return RestSettings.from(this);
    }

    /** What is read, by entity. */
    Map<String, EntitySpec> specs() {
        Map<String, EntitySpec> specs = new LinkedHashMap<>();
        EntitySpec.parse(ENTITIES, getString(ENTITIES)).forEach(spec -> specs.put(spec.entity(), spec));
        return specs;
    }

    RoundSettings rounds() {
        List<KeyEntity> entities = specs().values().stream()
                .map(spec -> new KeyEntity(spec.entity(), spec.object(), spec.key(), spec.cursor()))
                .toList();
        return RoundSettings.of(this, entities);
    }
}
