package io.crossdock.worlds.delivery;

import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.FactCodec;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Head;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.RowChange;
import io.crossdock.order.mailbox.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one mailbox has written to its store, and how it is read back. */
final class Rows {

    private static final AvroBytes<io.crossdock.contract.Fact> BYTES =
            new AvroBytes<>(io.crossdock.contract.Fact.getClassSchema());

    private record Place(FactKey key, String via) {}

    private final Map<Place, Row> rows = new HashMap<>();
    private Head head = Head.NONE;

    void write(Step step) {
        for (RowChange change : step.rowChanges()) {
            Place place = new Place(change.key(), change.via());
            if (change.row() == null) {
                rows.remove(place);
            } else {
                rows.put(place, change.row());
            }
        }
        head = step.headToWrite() == null ? head : step.headToWrite();
    }

    /** The mailbox as its rows make it; {@code asBytes} if the facts go through the bytes of the store. */
    Mailbox restore(Identifier self, IdentifierTypes types, boolean asBytes) {
        Collection<Row> read =
                asBytes ? rows.values().stream().map(Rows::throughBytes).toList() : rows.values();
        return Mailbox.restore(self, types, head, read);
    }

    private static Row throughBytes(Row row) {
        return new Row(
                row.key(), row.via(), throughBytes(row.fact()), throughBytes(row.deletion()), row.seq(), row.headSeq());
    }

    private static @Nullable Fact throughBytes(@Nullable Fact fact) {
        return fact == null
                ? null
                : FactCodec.fromAvro(
                        BYTES.read(Objects.requireNonNull(BYTES.serialize("mailboxes", FactCodec.toAvro(fact)))));
    }
}
