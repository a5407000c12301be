package io.crossdock.local.prove.loop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final List<String> ASKED = List.of("SO-1 wms-east:shipment:S-1");
    private static final List<String> WRITTEN = List.of("shipped PO-1 wms-east:shipment:S-1");

    @Test
    void shouldAcceptOneInvoiceRequestAndOneLetterForThreeDeliveries() {
        assertThat(failed(new Deliveries(3, 4, 4, ASKED, WRITTEN))).isEmpty();
    }

    @Test
    void shouldNoticeASecondInvoiceRequestForTheShipment() {
        assertThat(failed(new Deliveries(3, 4, 4, List.of(ASKED.getFirst(), ASKED.getFirst()), WRITTEN)))
                .containsExactly("one invoice request");
    }

    @Test
    void shouldNoticeASecondLetter() {
        assertThat(failed(new Deliveries(3, 4, 4, ASKED, List.of(WRITTEN.getFirst(), WRITTEN.getFirst()))))
                .containsExactly("one letter to the customer");
    }

    @Test
    void shouldNoticeThatNothingWasDone() {
        assertThat(failed(new Deliveries(3, 4, 4, List.of(), List.of())))
                .containsExactly("one invoice request", "one letter to the customer");
    }

    @Test
    void shouldProveNothingWhenTheCopiesWereNotRead() {
        assertThat(failed(new Deliveries(1, 4, 3, ASKED, WRITTEN)))
                .containsExactly("the shipment was delivered three times", "the copies were read as copies");
    }

    private static List<String> failed(Deliveries deliveries) {
        return deliveries.checks().stream()
                .filter(check -> !check.passed())
                .map(Check::what)
                .toList();
    }
}
