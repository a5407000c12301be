package io.crossdock.connect.sink;

import io.crossdock.connect.call.DayBudget;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.delivery.DeliverySettings;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.http.RestSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** Options of {@link RestSinkConnector}. */
final class RestSinkConfig extends AbstractConfig {

    private static final String SHAPE = "shape";
    private static final String SALESFORCE = "salesforce";
    private static final String PLAIN = "plain";
    private static final String EXTERNAL_ID_FIELD = "external.id.field";
    private static final String FENCE_FIELD = "fence.field";
    private static final String CALLS_PER_DAY = "calls.per.day";
    private static final String CALLS_RESERVE = "calls.reserve";
    private static final String BATCH_RECORDS = "batch.records";
    private static final int MOST_RECORDS = 200;
    /** Written into the tasks' options by the connector; nobody else sets it. */
    private static final String SHARERS = "calls.shared.by";

    static final ConfigDef DEFINITION = writing(DeliverySettings.define(RestSettings.define(new ConfigDef(), 60_000)));

    private static ConfigDef writing(ConfigDef definition) {
        return definition
                .define(
                        SHAPE,
                        ConfigDef.Type.STRING,
                        SALESFORCE,
                        ValidString.in(SALESFORCE, PLAIN),
                        Importance.MEDIUM,
                        "salesforce: PATCH of records; plain: PUT <object>/<idempotency key>.")
                .define(
                        EXTERNAL_ID_FIELD,
                        ConfigDef.Type.STRING,
                        "crossdock_key__c",
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "The target's field that holds our key.")
                .define(
                        FENCE_FIELD,
                        ConfigDef.Type.STRING,
                        "crossdock_version__c",
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "The target's field that holds the version, epoch.seq.")
                .define(
                        CALLS_PER_DAY,
                        ConfigDef.Type.LONG,
                        0L,
                        Range.atLeast(0),
                        Importance.MEDIUM,
                        "Most calls in a day (UTC), over all tasks, never more than the target says are left; 0: no budget.")
                .define(
                        CALLS_RESERVE,
                        ConfigDef.Type.INT,
                        10,
                        Range.between(0, 99),
                        Importance.LOW,
                        "Percent of the day's calls that are kept for express messages.")
                .define(
                        BATCH_RECORDS,
                        ConfigDef.Type.INT,
                        1,
                        Range.between(1, MOST_RECORDS),
                        Importance.MEDIUM,
                        "Most states in one call when several wait; 1: each has a call of its own. shape=salesforce only.")
                .defineInternal(SHARERS, ConfigDef.Type.INT, 1, Range.atLeast(1), Importance.LOW, "Tasks.");
    }

    RestSinkConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    RestSettings rest() {
        return RestSettings.from(this);
    }

    DeliverySettings delivery() {
        return DeliverySettings.from(this);
    }

    /** The target behind a client and its gate. */
    RestTarget target(RestClient client, Gate gate, Clock clock) {
        if (getString(SHAPE).equals(PLAIN)) {
            return new RestTarget(client, new PlainShape(getString(FENCE_FIELD)), null, clock);
        }
        SalesforceShape shape = new SalesforceShape(getString(EXTERNAL_ID_FIELD), getString(FENCE_FIELD));
        int most = getInt(BATCH_RECORDS);
        return new RestTarget(client, shape, most == 1 ? null : new SharedCalls(client, gate, shape, most), clock);
    }

    /** Refuses what does not go together. */
    void check() {
        rest();
        delivery();
        if (getString(SHAPE).equals(PLAIN) && getInt(BATCH_RECORDS) > 1) {
            throw new ConfigException(
                    BATCH_RECORDS, getInt(BATCH_RECORDS), "shape=plain knows no batches; leave it at 1");
        }
    }

    /** The day's budget of one task; {@code name} is the target, as logs call it. */
    DayBudget.Terms budget(String name) {
        return new DayBudget.Terms(name, getLong(CALLS_PER_DAY), getInt(CALLS_RESERVE), getInt(SHARERS));
    }

    /** The options of each of several tasks: they share what was bought evenly. */
    Map<String, String> share(int tasks) {
        Map<String, String> task = new HashMap<>(originalsStrings());
        task.put(SHARERS, Integer.toString(tasks));
        task.put(RestSettings.CALLS_PER_MINUTE, share(RestSettings.CALLS_PER_MINUTE, rest().callsPerMinute(), tasks));
        task.put(CALLS_PER_DAY, share(CALLS_PER_DAY, getLong(CALLS_PER_DAY), tasks));
        return Map.copyOf(task);
    }

    private static String share(String option, long all, int tasks) {
        if (all > 0 && all < tasks) {
            throw new ConfigException(
                    option, all, "is less than one for each of " + tasks + " tasks. Raise it or lower tasks.max");
        }
        return Long.toString(all / tasks);
    }
}
