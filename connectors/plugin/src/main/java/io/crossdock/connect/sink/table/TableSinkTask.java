package io.crossdock.connect.sink.table;

import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.TargetHealth;
import io.crossdock.connect.delivery.DeliverySettings;
import io.crossdock.connect.delivery.DeliveryTask;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;

/** Delivers to the tables of a database. */
public final class TableSinkTask extends DeliveryTask {

    /** For Connect, which calls {@link #start} next. */
    public TableSinkTask() {}

    /** A task with a given producer of receipts and ledger. */
    public TableSinkTask(Function<DeliverySettings, Producer<String, SpecificRecord>> producers) {
        super(producers);
    }

    @Override
    protected Opened open(Map<String, String> options, Clock clock) {
        TableSinkConfig config = new TableSinkConfig(options);
        DeliverySettings delivery = config.delivery();
        TargetHealth health = new TargetHealth(config.target(), delivery.retryBound(), delivery.retryMax());
        Gate gate = Gate.watched(delivery.parallelism(), health);
        return new Opened(delivery, TableTarget.open(config, delivery.parallelism(), gate, clock), health);
    }
}
