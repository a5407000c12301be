package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Version;
import io.crossdock.local.prove.broker.AvroTopic;
import io.crossdock.local.prove.loop.Correspondence.Tried;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Reads the topics of messages, ledger and receipts from when it is opened, as a stranger to them. */
public final class Mail implements AutoCloseable {

    private static final String OUT = "out.";
    /** The CRM's records are written over; the others only ever get rows and letters. */
    private static final String WRITTEN_OVER = "crm";

    private final List<AvroTopic> messages = new ArrayList<>();
    private final AvroTopic ledger = new AvroTopic("out.ledger");
    private final AvroTopic receipts = new AvroTopic("out.receipts");
    private final Correspondence correspondence = new Correspondence();

    /** Opens the topics of these targets at their ends. */
    public Mail(Collection<String> targets) {
        targets.forEach(target -> messages.add(new AvroTopic(OUT + target)));
    }

    /** Reads on, and returns all that is known so far. */
    public Correspondence read() {
        receipts.forEachNext(each -> correspondence.answered(text(each, "idempotencyKey"), text(each, "outcome")));
        ledger.forEachNext(each -> correspondence.tried(tried(each)));
        messages.forEach(topic -> topic.forEachNext(each -> correspondence.sent(text(each, "idempotencyKey"))));
        return correspondence;
    }

    private static Tried tried(GenericRecord entry) {
        GenericRecord version = (GenericRecord) entry.get("version");
        boolean overwritten = text(entry, "target").equals(WRITTEN_OVER) && entry.get("effect") == null;
        return new Tried(
                text(entry, "idempotencyKey"),
                overwritten ? text(entry, "targetKey") : "",
                new Version((Long) version.get("epoch"), (Long) version.get("seq")),
                (Integer) entry.get("attempt"),
                text(entry, "how"),
                text(entry, "outcome"));
    }

    private static String text(GenericRecord record, String field) {
        return record.get(field).toString();
    }

    @Override
    public void close() {
        messages.forEach(AvroTopic::close);
        ledger.close();
        receipts.close();
    }
}
