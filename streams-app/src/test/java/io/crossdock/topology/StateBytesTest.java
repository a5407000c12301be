package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.UnknownStateException;
import io.crossdock.contract.Deadline;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State outlives a release: {@code testdata/<version>} holds what each release writes into its changelogs, one file a store, one line
 * an entry in hex. Every release must read what the ones before it wrote.
 */
class StateBytesTest {

    private static final Path TESTDATA = Path.of("src/test/resources/testdata");
    private static final String CURRENT = "0.2.0-SNAPSHOT";

    /** Counters of eight bytes: nothing to evolve. */
    private static final String COUNTERS = "outcomes";

    @Test
    void shouldCarryItsSchemaInEveryStore() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            story(flow);

            // Then: C3 01 and a fingerprint begin every value
            assertThat(flow.bytes()).allSatisfy((store, entries) -> {
                if (!store.equals(COUNTERS)) {
                    assertThat(entries.values())
                            .as(store)
                            .allSatisfy(value -> assertThat(value).startsWith(0xC3, 0x01));
                }
            });
        }
    }

    @Test
    void shouldWriteWhatIsApproved() throws IOException {
        try (Flow flow = new Flow()) {
            // Given:
            story(flow);

            // When: -Dcrossdock.approve=true writes the current version's files
            if (Boolean.getBoolean("crossdock.approve")) {
                write(flow.bytes());
            }

            // Then: the same stores; orders of maps inside of values may differ
            Map<String, Integer> sizes = new TreeMap<>();
            flow.bytes().forEach((store, entries) -> sizes.put(store, entries.size()));
            Map<String, Integer> approved = new TreeMap<>();
            read(CURRENT).forEach((store, entries) -> approved.put(store, entries.size()));
            assertThat(approved).isEqualTo(sizes);
        }
    }

    static List<String> versions() throws IOException {
        try (Stream<Path> folders = Files.list(TESTDATA)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void shouldGoOnFromWhatAReleaseWrote(String version) throws IOException {
        // Given: the same story lived through, and restored from the bytes of the release
        try (Flow lived = new Flow();
                Flow restored = new Flow()) {
            story(lived);
            lived.statuses();
            lived.exceptions();
            lived.archive();
            restored.passes(STORY);
            restored.restore(read(version));

            // Then: both go on alike, the live order, the archived one and the orphan
            assertThat(goesOn(restored)).isEqualTo(goesOn(lived)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithBytesOfAnUnknownSchema() {
        // Given: a deadline where a history entry should be
        AvroBytes<Deadline> deadlines = new AvroBytes<>(Deadline.getClassSchema());
        byte[] bytes = deadlines.serialize("deadlines", new Deadline(Instant.EPOCH, "ORPHAN", "a:b:c"));
        AvroBytes<HistoryEntry> history = new AvroBytes<>(HistoryEntry.getClassSchema());

        // Then: what, where, why, what to do
        assertThatThrownBy(() -> history.deserialize("crossdock-history-changelog", bytes))
                .isInstanceOf(UnknownStateException.class)
                .hasMessageContaining("Cannot read HistoryEntry from crossdock-history-changelog")
                .hasMessageContaining("fingerprint " + HexFormat.of().formatHex(bytes, 2, 10))
                .hasMessageContaining("CROSSDOCK_EPOCH one higher");
        assertThatThrownBy(() -> history.deserialize("crossdock-history-changelog", new byte[] {1, 2, 3}))
                .hasMessageContaining("do not begin as state does");
    }

    /** So long the story takes. */
    private static final Duration STORY = Duration.ofDays(31).plusHours(5).plusSeconds(20);

    /** A customer and a watermark are known; one order is archived; of another a shipment left and the CRM has not answered; a shipment waits for its order. */
    private static void story(Flow flow) throws JsonProcessingException {
        flow.lands("erp/customers", "{'customer_no':'C-7'}", 1);
        flow.beats("erp", "{\"connection\":\"erp\",\"at\":\"2026-11-20T11:59:58Z\",\"kind\":\"cdc\",\"epoch\":1}");
        for (TestOrders.Row row : TestOrders.done(1)) {
            flow.lands(row.entity(), row.columns(), row.version());
        }
        flow.settles();
        flow.passes(Duration.ofDays(31)).drains();
        for (TestOrders.Row row : TestOrders.done(2).subList(0, 6)) {
            flow.lands(row.entity(), row.columns(), row.version());
        }
        flow.lands("wms-east/shipments", "{'id':'S-9','erp_order_no':null,'status':'PACKED'}", 9);
        flow.passes(Duration.ofHours(5));
    }

    private static List<String> goesOn(Flow flow) throws JsonProcessingException {
        flow.lands("erp/invoices", "{'invoice_no':'I-2','order_no':'SO-2'}", 20);
        flow.lands("erp/invoice-lines", "{'invoice_no':'I-2','line_no':1,'order_line_no':10,'quantity':'5'}", 21);
        flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001','PoNumber':'PO-1'}", 22);
        flow.lands("wms-east/shipments", "{'id':'S-9','erp_order_no':'SO-2','status':'PACKED'}", 23);
        List<String> said = new ArrayList<>();
        for (KeyValue<String, OrderStatus> status : flow.statuses()) {
            said.add(status.key + " " + (status.value == null ? "-" : Flow.json(status.value)));
        }
        flow.exceptions().forEach(exception -> said.add(exception.getExceptionId() + " " + exception.getState()));
        flow.archive().forEach(record -> said.add("archive " + record.key + " " + (record.value == null)));
        return said;
    }

    private static void write(SortedMap<String, SortedMap<Bytes, byte[]>> stores) throws IOException {
        Path folder = Files.createDirectories(TESTDATA.resolve(CURRENT));
        for (var store : stores.entrySet()) {
            List<String> lines = new ArrayList<>();
            store.getValue()
                    .forEach((key, value) -> lines.add(HexFormat.of().formatHex(key.get()) + " "
                            + HexFormat.of().formatHex(value)));
            Files.write(folder.resolve(store.getKey() + ".hex"), lines);
        }
    }

    private static SortedMap<String, SortedMap<Bytes, byte[]>> read(String version) throws IOException {
        SortedMap<String, SortedMap<Bytes, byte[]>> stores = new TreeMap<>();
        try (Stream<Path> files = Files.list(TESTDATA.resolve(version))) {
            for (Path file : files.toList()) {
                SortedMap<Bytes, byte[]> entries = new TreeMap<>();
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" ", 2);
                    entries.put(
                            Bytes.wrap(HexFormat.of().parseHex(parts[0])),
                            HexFormat.of().parseHex(parts[1]));
                }
                stores.put(file.getFileName().toString().replace(".hex", ""), entries);
            }
        }
        return stores;
    }
}
