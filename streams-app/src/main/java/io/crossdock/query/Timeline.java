package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.codec.AvroJson;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The history of an order as it is shown. A target answers with a version; what it shows from then on is the status it was told with
 * that version ({@code shows}), whatever the order has become since.
 */
public final class Timeline {

    private Timeline() {}

    /** The entries, oldest first, in the order given among those of one moment. */
    public static List<ObjectNode> of(List<HistoryEntry> entries) {
        Map<OrderVersion, String> statuses = new HashMap<>();
        entries.stream()
                .filter(entry ->
                        entry.getOutcome() == null || entry.getOutcome().equals("TOLD"))
                .forEach(entry -> statuses.put(entry.getVersion(), entry.getStatus()));
        List<ObjectNode> shown = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            ObjectNode json = AvroJson.of(entry);
            boolean applied = "APPLIED".equals(entry.getOutcome());
            json.put("shows", applied ? statuses.get(entry.getVersion()) : null);
            shown.add(json);
        }
        return shown;
    }
}
