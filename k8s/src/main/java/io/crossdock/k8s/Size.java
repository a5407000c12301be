package io.crossdock.k8s;

import java.util.Locale;

/** How large an installation is made. */
enum Size {
    /** One broker: to try it in a cluster, or for a distributor that can wait for a broker to come back. */
    SMALL(4, 1, 1),
    /** Three brokers, of which any one may be missing. */
    PRODUCTION(12, 3, 2);

    private final int partitions;
    private final int replicas;
    private final int leastInSync;

    Size(int partitions, int replicas, int leastInSync) {
        this.partitions = partitions;
        this.replicas = replicas;
        this.leastInSync = leastInSync;
    }

    /** Of every topic whose partitions are ours to choose. */
    int partitions() {
        return partitions;
    }

    /** Copies of every partition. */
    int replicas() {
        return replicas;
    }

    /** Copies that must have a record before it counts. */
    int leastInSync() {
        return leastInSync;
    }

    /** Its overlay. */
    String overlay() {
        return name().toLowerCase(Locale.ROOT);
    }
}
