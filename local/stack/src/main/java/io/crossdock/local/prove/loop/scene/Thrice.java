package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.HandOver.Way;
import io.crossdock.local.activity.PhoneOrder;
import io.crossdock.local.activity.Telephone;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.loop.Calm;
import io.crossdock.local.prove.loop.CrmRecords;
import io.crossdock.local.prove.loop.Inbound;
import io.crossdock.local.prove.loop.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The records that say that a shipment has left come three times; it is invoiced once, and the customer hears of it once. */
final class Thrice implements Scene {

    private static final String CUSTOMER = "C-101";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void play(Stage stage) {
        try (Mail mail = new Mail(stage.sinks().targets());
                CrmRecords crm = new CrmRecords(stage.secrets());
                Inbound inbound = new Inbound(stage.secrets())) {
            PhoneOrder order = ship(stage);
            if (!Patience.until(
                    PATIENCE, () -> found(order, crm, inbound, 0, 0, 0).isDone())) {
                throw new StackFailure("Shipment " + order.shipment() + " of " + order.salesOrder()
                        + " was not told to ERP and customer within " + PATIENCE.toSeconds()
                        + " s: `./crossdock status` and /api/v1/exceptions say what is wrong.");
            }
            RawCopies records = new RawCopies(order.shipment());
            long before = duplicates();
            records.produce(Deliveries.TIMES - 1);
            long copies = (Deliveries.TIMES - 1L) * records.size();
            stage.progress().step("copies", copies + " records of " + order.shipment() + " were written again");
            Patience.until(PATIENCE, () -> duplicates() - before >= copies);
            new Calm(mail, stage.progress()).await("waiting whether anybody is told again", PATIENCE);
            stage.verdict()
                    .addAll(found(order, crm, inbound, records.held(), copies, duplicates() - before)
                            .checks());
            stage.verdict().addAll(mail.read().checks());
        }
    }

    private static PhoneOrder ship(Stage stage) {
        try (Telephone people = new Telephone(stage.systems(), Way.BY_HAND, PATIENCE)) {
            PhoneOrder order = people.take(CUSTOMER);
            people.handOver(order);
            people.ship(order);
            stage.progress().step("shipped", order.shipment() + " of " + order.salesOrder());
            return order;
        }
    }

    private static Deliveries found(
            PhoneOrder order, CrmRecords crm, Inbound inbound, long times, long copies, long duplicates) {
        List<String> requests = inbound.invoiceRequests().stream()
                .filter(each -> each.startsWith(order.salesOrder() + " "))
                .toList();
        List<String> letters = crm.letters().stream()
                .filter(each -> each.startsWith("shipped " + order.purchaseOrder() + " "))
                .toList();
        return new Deliveries(times, copies, duplicates, requests, letters);
    }

    private static long duplicates() {
        return Metrics.scrape()
                .sums("crossdock_records_total", Map.of("connection", "wms-east", "outcome", "duplicate"), "outcome")
                .getOrDefault("duplicate", 0L);
    }
}
