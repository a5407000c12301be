package io.crossdock.connect.sink;

import io.crossdock.connect.call.DayBudget;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.TargetHealth;
import io.crossdock.connect.delivery.DeliverySettings;
import io.crossdock.connect.delivery.DeliveryTask;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.http.RestSettings;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;

/** Delivers to a REST API. */
public final class RestSinkTask extends DeliveryTask {

    /** For Connect, which calls {@link #start} next. */
    public RestSinkTask() {}

    /** A task with a given producer of receipts and ledger. */
    RestSinkTask(Function<DeliverySettings, Producer<String, SpecificRecord>> producers) {
        super(producers);
    }

    @Override
    protected Opened open(Map<String, String> options, Clock clock) {
        RestSinkConfig config = new RestSinkConfig(options);
        RestSettings rest = config.rest();
        DeliverySettings delivery = config.delivery();
        String name = rest.connection() + " at " + rest.base();
        TargetHealth health = new TargetHealth(name, delivery.retryBound(), delivery.retryMax());
        DayBudget budget = new DayBudget(config.budget(name), clock);
        Gate gate = Gate.budgeted(delivery.parallelism(), rest.callsPerMinute(), budget, health);
        return new Opened(delivery, config.target(new RestClient(rest, gate, clock), gate, clock), health);
    }
}
