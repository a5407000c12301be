package io.crossdock.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.MailboxRow;
import io.crossdock.contract.OutboxEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class AvroBytesTest {

    @Test
    void shouldReadWhatAnOlderReleaseWroteWithoutAFieldThatCameLater() throws IOException {
        // Given: a release whose outbox knew only why something was refused
        Schema older = SchemaBuilder.record("OutboxEntry")
                .namespace("io.crossdock.contract")
                .fields()
                .name("parkedDetail")
                .type()
                .nullable()
                .stringType()
                .noDefault()
                .endRecord();
        GenericData.Record written = new GenericData.Record(older);
        written.put("parkedDetail", "too long");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), older).encode(written, bytes);

        // When:
        OutboxEntry read =
                new AvroBytes<OutboxEntry>(OutboxEntry.getClassSchema(), List.of(older)).read(bytes.toByteArray());

        // Then: what came later has its default
        assertThat(read.getParkedDetail()).isEqualTo("too long");
        assertThat(read.getKnown()).isNull();
    }

    @Test
    void shouldReadWhatItWrites() {
        // Given:
        AvroBytes<MailboxRow> rows = new AvroBytes<>(MailboxRow.getClassSchema());
        MailboxRow row = new MailboxRow(null, null, 3L, 4L);

        // Then:
        assertThat(rows.deserialize("mailboxes", rows.serialize("mailboxes", row)))
                .isEqualTo(row);
    }
}
