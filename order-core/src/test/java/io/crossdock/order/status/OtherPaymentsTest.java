package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.status.OrderStatus.Payment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R64: what shops call the states of their payments, in our words. A payment that is awaited, authorised or waits for
 * somebody is OPEN, a captured one POSTED; money given back is a posted payment of its own below zero.
 */
class OtherPaymentsTest {

    private record Paid(DocumentState state, String amount) {}

    private static Paid of(DocumentState state, String amount) {
        return new Paid(state, amount);
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                situation("no payment is known: others say not paid", "10", Payment.UNKNOWN),
                situation(
                        "one waits for the customer beside captured and refunded ones: others let it rule",
                        "30",
                        Payment.PARTIALLY_PAID,
                        of(OPEN, "10"),
                        of(POSTED, "10"),
                        of(POSTED, "-10"),
                        of(POSTED, "10"),
                        of(CANCELLED, "10"),
                        of(OPEN, "10")),
                situation(
                        "one is charged back, one refunded, one captured: others let the charge-back rule",
                        "30",
                        Payment.PARTIALLY_PAID,
                        of(POSTED, "10"),
                        of(POSTED, "-10"),
                        of(POSTED, "10"),
                        of(POSTED, "-10"),
                        of(POSTED, "10")),
                situation(
                        "awaited, authorised and cancelled: no money has come",
                        "20",
                        Payment.OPEN,
                        of(OPEN, "10"),
                        of(OPEN, "10"),
                        of(CANCELLED, "10")),
                situation(
                        "one refunded, one half refunded",
                        "20",
                        Payment.PARTIALLY_PAID,
                        of(POSTED, "10"),
                        of(POSTED, "10"),
                        of(POSTED, "-10"),
                        of(POSTED, "-5"),
                        of(CANCELLED, "10")),
                situation(
                        "one captured, the other by half",
                        "20",
                        Payment.PARTIALLY_PAID,
                        of(POSTED, "10"),
                        of(POSTED, "5")),
                situation(
                        "nothing to pay on one, the other captured",
                        "12",
                        Payment.PAID,
                        of(POSTED, "0"),
                        of(POSTED, "12")),
                situation(
                        "a refund short by a cent: others round it away, money here is exact",
                        "20",
                        Payment.PARTIALLY_PAID,
                        of(POSTED, "20"),
                        of(POSTED, "-19.99")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("situations")
    void shouldCompareMoneyWithMoney(String name, String invoiced, Payment expected, Paid... payments) {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A", "1")
                .acceptedInErpAs("SO-1")
                .invoiceOver("I-1", POSTED, invoiced, "USD");
        for (int i = 0; i < payments.length; i++) {
            story.payment("P-" + i, payments[i].state(), payments[i].amount(), "USD");
        }

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.axes().payment()).as(name).isEqualTo(expected);
        assertThat(status.status()).isEqualTo(FulfilmentStatus.OPEN);
    }

    private static Arguments situation(String name, String invoiced, Payment expected, Paid... payments) {
        return Arguments.of(name, invoiced, expected, payments);
    }
}
