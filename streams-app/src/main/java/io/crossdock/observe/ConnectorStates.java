package io.crossdock.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.ConnectWorker;
import java.io.IOException;

/** What Connect says of its connectors: shown by {@code /ready}, never a part of whether this instance is ready. */
public final class ConnectorStates {

    private final ConnectWorker worker;

    /** Asks this worker. */
    public ConnectorStates(ConnectWorker worker) {
        this.worker = worker;
    }

    /** The state of each connector and its tasks; an error text if the worker does not answer. */
    public ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode connectors = body.putArray("connectors");
        try {
            worker.statuses().forEach((name, status) -> {
                ObjectNode connector = connectors.addObject();
                connector.put("name", name);
                connector.put("state", status.connector().name());
                ArrayNode tasks = connector.putArray("tasks");
                status.tasks().values().forEach(task -> tasks.add(task.name()));
            });
        } catch (IOException e) {
            body.put("connectError", "Connect does not answer at " + worker.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return body;
    }
}
