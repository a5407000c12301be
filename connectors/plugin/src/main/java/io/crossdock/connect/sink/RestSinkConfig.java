package io.crossdock.connect.sink;

import io.crossdock.connect.delivery.DeliverySettings;
import io.crossdock.connect.http.RestSettings;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;

/** Options of {@link RestSinkConnector}. */
final class RestSinkConfig extends AbstractConfig {

    private static final String EXTERNAL_ID_FIELD = "external.id.field";
    private static final String FENCE_FIELD = "fence.field";

    static final ConfigDef DEFINITION = writing(DeliverySettings.define(RestSettings.define(new ConfigDef(), 60_000)));

    private static ConfigDef writing(ConfigDef definition) {
        text(definition, EXTERNAL_ID_FIELD, "crossdock_key__c", "The target's field that holds our key.");
        text(definition, FENCE_FIELD, "crossdock_version__c", "The target's field that holds the version, epoch.seq.");
        return definition;
    }

    RestSinkConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    RestSettings rest() {
        return RestSettings.from(this);
    }

    DeliverySettings delivery() {
        return DeliverySettings.from(this);
    }

    String externalIdField() {
        return getString(EXTERNAL_ID_FIELD);
    }

    String fenceField() {
        return getString(FENCE_FIELD);
    }

    private static void text(ConfigDef definition, String name, String value, String doc) {
        definition.define(name, ConfigDef.Type.STRING, value, new NonEmptyString(), Importance.MEDIUM, doc);
    }
}
