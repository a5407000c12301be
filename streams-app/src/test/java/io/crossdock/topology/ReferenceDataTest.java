package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.ReferenceOp;
import io.crossdock.reference.Customer;
import io.crossdock.reference.Customers;
import io.crossdock.reference.Location;
import io.crossdock.reference.Locations;
import io.crossdock.reference.ReferenceStore;
import io.crossdock.reference.Tier;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** Customers and locations through the whole topology: the newest row counts, every raw record ends once, no status changes. */
class ReferenceDataTest {

    private static final List<String> SOURCES = List.of("erp", "wms-east");

    @Test
    void shouldKnowCustomersAndLocationsByTheirCodes() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            customer(flow, "KEY", "u", 10);
            flow.lands("wms-east/locations", "{'code':'EAST'}", 5);

            // Then
            assertThat(customers(flow).tier("C-7")).contains(Tier.KEY);
            assertThat(customers(flow).of("erp", "C-7").map(Customer::name)).contains("Harbor Supply");
            assertThat(customers(flow).tier("C-8"))
                    .as("unknown is not STANDARD")
                    .isEmpty();
            assertThat(locations(flow).of("EAST").map(Location::cutOff)).contains(LocalTime.of(16, 0));
            assertThat(locations(flow).of("C-7")).isEmpty();
        }
    }

    @Test
    void shouldKeepTheNewerTierWhenAnOlderRowOrASnapshotComesLater() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            customer(flow, "STRATEGIC", "u", 10);
            flow.reference("customers");

            // When
            customer(flow, "STANDARD", "u", 9);
            customer(flow, "STANDARD", "r", 10);

            // Then: nor does the topic say otherwise, whose compaction keeps what was written last
            assertThat(customers(flow).tier("C-7")).contains(Tier.STRATEGIC);
            assertThat(flow.reference("customers")).isEmpty();
            assertThat(flow.outcomes()).containsEntry("outcome|normalize|erp|superseded", 2L);
        }
    }

    @Test
    void shouldKeepTheNewerTierAfterARestart() throws JsonProcessingException {
        // Given
        Flow before = new Flow();
        customer(before, "STRATEGIC", "u", 10);
        try (Flow after = before.restarted(Duration.ofMinutes(1))) {
            // When
            customer(after, "STANDARD", "r", 9);

            // Then
            assertThat(customers(after).tier("C-7")).contains(Tier.STRATEGIC);
        }
    }

    @Test
    void shouldForgetADeletedCustomerAndNotBringItBackByASnapshot() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            customer(flow, "KEY", "u", 10);
            flow.reference("customers");

            // When
            customer(flow, "KEY", "d", 11);
            customer(flow, "KEY", "r", 10);

            // Then
            assertThat(customers(flow).tier("C-7")).isEmpty();
            List<KeyValue<String, ReferenceEntry>> written = flow.reference("customers");
            assertThat(written).extracting(record -> record.key).containsOnly("erp:customer:C-7");
            assertThat(written.getFirst().value.getOp()).isEqualTo(ReferenceOp.RETRACT);
            assertThat(written)
                    .hasSize(2)
                    .last()
                    .extracting(record -> record.value)
                    .isNull();
        }
    }

    @Test
    void shouldNotMixUpCustomersOfTwoConnections() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a code that a second ERP uses for somebody else
            customer(flow, "KEY", "u", 10);
            ReferenceEntry ours = flow.reference("customers").getFirst().value;
            flow.refers(
                    "customers",
                    "erp-north:customer:C-7",
                    ReferenceEntry.newBuilder(ours).setConnection("erp-north").build());

            // Then
            Customers both = new Customers(flow.store(ReferenceStore.name("customers")), List.of("erp", "erp-north"));
            assertThat(both.of("erp-north", "C-7")).isPresent();
            assertThat(both.of("erp", "C-7")).isPresent();
            assertThat(both.tier("C-7")).as("nobody guesses which is meant").isEmpty();
            assertThat(customers(flow).tier("C-7")).contains(Tier.KEY);
        }
    }

    @Test
    void shouldCountEveryRawRecordOnceWhateverBecomesOfIt() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            customer(flow, "KEY", "u", 10);
            customer(flow, "KEY", "u", 10);
            customer(flow, "KEY", "u", 9);
            customer(flow, "GOLD", "u", 12);
            flow.lands("raw.erp.customers", "erp:customer:C-7", "no json");
            flow.lands("raw.erp.customers", "erp:customer:C-7", null);
            customer(flow, "KEY", "d", 13);

            // Then
            assertThat(flow.outcomes())
                    .containsEntry("outcome|normalize|erp|applied", 2L)
                    .containsEntry("outcome|normalize|erp|duplicate", 1L)
                    .containsEntry("outcome|normalize|erp|superseded", 1L)
                    .containsEntry("outcome|normalize|erp|dead-letter", 2L)
                    .containsEntry("outcome|normalize|erp|ignored", 1L);
            assertThat(flow.deadLetters())
                    .extracting(letter -> letter.getEntity() + " " + letter.getReason())
                    .containsExactly("customers unknown-status", "customers malformed-json");
        }
    }

    @Test
    void shouldLeaveEveryStatusAsItIsWhateverReferenceDataSays() throws JsonProcessingException {
        try (Flow without = new Flow();
                Flow with = new Flow()) {
            // Given: one order of the customer, with and without what is known of customer and warehouse
            customer(with, "STANDARD", "u", 10);
            story(without);
            story(with);
            OrderStatus plain = without.statuses().getLast().value;
            OrderStatus known = with.statuses().getLast().value;

            // When: the customer rises, the warehouse closes, both are deleted
            customer(with, "STRATEGIC", "u", 20);
            with.lands("wms-east/locations", "{'code':'EAST','working_days':'SUN'}", 21);
            customer(with, "STRATEGIC", "d", 22);

            // Then
            assertThat(known.getContentHash()).isEqualTo(plain.getContentHash());
            assertThat(with.statuses()).as("nothing is published because of it").isEmpty();
            assertThat(with.events().size()).isEqualTo(without.events().size());
        }
    }

    private static void story(Flow flow) throws JsonProcessingException {
        for (TestOrders.Row row : TestOrders.done(1)) {
            flow.lands(row.entity(), row.columns(), row.version());
        }
        flow.settles();
    }

    private static void customer(Flow flow, String tier, String op, long version) throws JsonProcessingException {
        var columns =
                new ObjectMapper().createObjectNode().put("customer_no", "C-7").put("tier", tier);
        flow.lands("raw.erp.customers", "erp:customer:C-7", RawRows.value("erp/customers", columns, op, version));
    }

    private static Customers customers(Flow flow) {
        return new Customers(flow.store(ReferenceStore.name(Customer.ENTITY)), SOURCES);
    }

    private static Locations locations(Flow flow) {
        return new Locations(flow.store(ReferenceStore.name(Location.ENTITY)), SOURCES);
    }
}
