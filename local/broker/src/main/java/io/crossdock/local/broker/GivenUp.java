package io.crossdock.local.broker;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/** Waits in the cluster's metadata until no broker of a number is taken for alive. */
final class GivenUp implements MetadataPublisher {

    private final int node;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();

    GivenUp(int node) {
        this.node = node;
    }

    /** Done once the metadata was read to its end and the broker is unknown in it, or fenced. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    @Override
    public String name() {
        return "GivenUp";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration before = image.cluster().broker(node);
        if (before == null || before.fenced()) {
            reached.complete(null);
        }
    }

    /** Nobody waits for metadata that are read no more. */
    @Override
    public void close() {
        reached.cancel(false);
    }
}
