package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.ReceiptOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the CRM is told while answers come late. */
class TellingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellTheNewestViewWhenAnAnswerComesAfterSeveralChanges() throws IOException {
        try (Flow flow = new Flow()) {
            // Given: the first view is in flight while the order changes
            lands(flow, 1, "crm/orders", "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001'}");
            lands(
                    flow,
                    2,
                    "crm/order-items",
                    "{'Id':'8025g0000000001AAA','OrderId':'8015g00000ABCDEAA5','LineNumber__c':1,'ProductCode__c':'A1','Quantity':5}");
            lands(flow, 3, "crm/orders", "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001','Status':'Cancelled'}");
            int before = flow.told().size();

            // When
            flow.answers(ReceiptOutcome.APPLIED);

            // Then
            List<OutMessage> told = flow.told();
            assertThat(before).isEqualTo(1);
            assertThat(told).hasSize(2);
            assertThat(told.getLast().getPayload()).contains("CANCELLED");
        }
    }

    @Test
    void shouldGoAboveAVersionThatOnlyTheTargetsOwnFeedShows() throws IOException {
        try (Flow flow = new Flow()) {
            // Given: told and taken
            lands(flow, 1, "crm/orders", "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001'}");
            flow.settles();
            List<OutMessage> before = List.copyOf(flow.told());

            // When: somebody else has written into the record, under a version far above ours
            lands(
                    flow,
                    60_000,
                    "crm/orders",
                    "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001','crossdock_version__c':'1.1002',"
                            + "'crossdock_status__c':'SHIPPED'}");
            flow.passes(Duration.ofSeconds(5)).settles();

            // Then: what it should show is told once more, above that
            List<OutMessage> after = flow.told();
            assertThat(after).hasSize(before.size() + 1);
            assertThat(after.getLast().getPayload()).isEqualTo(before.getLast().getPayload());
            assertThat(after.getLast().getVersion().getSeq()).isGreaterThan(1002);
        }
    }

    private static void lands(Flow flow, long version, String entity, String row) throws IOException {
        JsonNode columns = JSON.readTree(row.replace('\'', '"'));
        flow.lands(RawRows.topic(entity), RawRows.key(entity, columns), RawRows.value(entity, columns, "u", version));
    }
}
