package io.crossdock.topology;

import java.util.List;
import java.util.stream.Stream;

/** The topics that a schema registry keeps its schemas in, so that each of several knows what the others know. They are made beforehand. */
public final class RegistryTopics {

    /** Each change of a schema; a registry that starts reads all of it, so it may lose nothing. */
    public static final String JOURNAL = "registry.journal";

    /** Where copies of everything are that a registry made. None is made: a registry's file is no use to another. */
    public static final String SNAPSHOTS = "registry.snapshots";

    /** What happened to schemas, for those who want to know. */
    public static final String EVENTS = "registry.events";

    /** What the name of each registry's consumer group begins with; each start is a group of its own. */
    public static final String GROUPS = "crossdock-registry-";

    private RegistryTopics() {}

    /** Every one of an installation, as the registry wants them before it starts. */
    public static List<SizedTopic> all() {
        return Stream.of(JOURNAL, SNAPSHOTS, EVENTS).map(SizedTopic::kept).toList();
    }
}
