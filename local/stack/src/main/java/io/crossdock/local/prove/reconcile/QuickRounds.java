package io.crossdock.local.prove.reconcile;

import io.crossdock.local.prove.loop.Connectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rounds every few seconds instead of every quarter of an hour, while a proof runs. */
final class QuickRounds {

    private static final String EVERY = "reconcile.every";
    private static final List<String> CONNECTORS = List.of("wms-east-keys", "wms-west-keys", "erp-keys", "crm-keys");

    private final Connectors connectors;
    private final Map<String, Map<String, String>> usual = new HashMap<>();

    QuickRounds(Connectors connectors) {
        this.connectors = connectors;
    }

    void begin(String every) {
        for (String connector : CONNECTORS) {
            Map<String, String> options = connectors.options(connector);
            usual.put(connector, options);
            Map<String, String> quick = new HashMap<>(options);
            quick.put(EVERY, every);
            connectors.change(connector, quick);
        }
    }

    void end() {
        usual.forEach(connectors::change);
    }
}
