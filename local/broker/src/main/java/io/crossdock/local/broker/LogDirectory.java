package io.crossdock.local.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's directory, which Kafka wants to be formatted once before anything is written to it. */
final class LogDirectory {

    private static final UUID NAME = UUID.nameUUIDFromBytes("crossdock-local".getBytes(StandardCharsets.UTF_8));

    private LogDirectory() {}

    /** Formats the directory unless it already carries Kafka's mark. */
    static void format(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(settings.directory());
        Formatter formatter = new Formatter();
        formatter
                .setClusterId(new Uuid(NAME.getMostSignificantBits(), NAME.getLeastSignificantBits()).toString())
                .setNodeId(settings.voters().node())
                .setIgnoreFormatted(true)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(settings.directory().toString())
                .addDirectory(settings.directory().toString());
        if (settings.protection() != null) {
            formatter.setScramArguments(settings.protection().firstUsers());
        }
        formatter.run();
    }
}
