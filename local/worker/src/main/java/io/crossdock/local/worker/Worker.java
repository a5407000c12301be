package io.crossdock.local.worker;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;

/** Runs one Connect worker in this process: {@code Worker <brokers> <REST port> <plugin directory>…}. */
public final class Worker {

    private Worker() {}

    /**
     * Serves until SIGTERM; Connect's own shutdown hook then stops the connectors and commits their offsets.
     *
     * @param args {@code host:port} of each broker with commas between, port of the REST API, then every directory on the plugin path
     */
    public static void main(String[] args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (all.size() < 3) {
            System.err.println("Usage: Worker <brokers> <REST port> <plugin directory>...");
            System.exit(64);
        }
        WorkerSettings settings = new WorkerSettings(
                all.get(0),
                Integer.parseInt(all.get(1)),
                all.subList(2, all.size()),
                WorkerSettings.client(System.getenv()));
        Connect<?> connect = new ConnectDistributed().startConnect(settings.asMap());
        connect.awaitStop();
    }
}
