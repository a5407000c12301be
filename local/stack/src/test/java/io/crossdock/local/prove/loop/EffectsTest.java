package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.tables.Happened;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private final Effects effects = new Effects(
            new Happened(
                    Set.of(
                            new Happened.Left("wms-west:shipment:000000007001", "SO-1"),
                            new Happened.Left("wms-west:shipment:000000007001", "SO-2")),
                    List.of(new Happened.Lacking("SO-2", 30, 3, false), new Happened.Lacking("SO-1", 10, 1, true))),
            Map.of(
                    "SO-1", new SalesBook.Entry("PO-1", false, Set.of("EAST", "WEST")),
                    "SO-2", new SalesBook.Entry("PO-2", false, Set.of("WEST")),
                    "SO-3", new SalesBook.Entry("PO-3", true, Set.of("EAST"))));

    @Test
    void shouldOweEachWarehouseItsPartOfWhatIsNotCancelled() {
        assertThat(effects.warehouseOrders()).containsExactly("EAST SO-1", "WEST SO-1", "WEST SO-2");
    }

    @Test
    void shouldOweTheErpARequestForEachOrderOnASharedLoad() {
        assertThat(effects.invoiceRequests())
                .containsExactly("SO-1 wms-west:shipment:000000007001", "SO-2 wms-west:shipment:000000007001");
    }

    @Test
    void shouldOweEachCustomerALetterForEachThing() {
        assertThat(effects.letters())
                .containsExactly(
                        "order-accepted PO-1",
                        "order-accepted PO-2",
                        "order-cancelled PO-3",
                        "shipped PO-1 wms-west:shipment:000000007001",
                        "shipped PO-2 wms-west:shipment:000000007001");
    }

    @Test
    void shouldOweACaseForEachLineThatIsLacking() {
        assertThat(effects.cases()).containsExactly("Closed short PO-1 line 1", "On backorder PO-2 line 3");
    }

    @Test
    void shouldKnowACaseThatWasMadeBeforeTheCustomersLineWasKnown() {
        // When: the second is no line's number in the ERP
        List<String> cases =
                effects.underCustomersLines(List.of("On backorder PO-2 line 30", "On backorder PO-2 line 20"));

        // Then
        assertThat(cases).containsExactly("On backorder PO-2 line 3", "On backorder PO-2 line 20");
    }
}
