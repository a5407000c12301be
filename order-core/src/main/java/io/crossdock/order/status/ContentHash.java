package io.crossdock.order.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Names the content of a status: equal bodies have equal hashes, whenever and however they came about (R90). */
final class ContentHash {

    private final StringBuilder text = new StringBuilder(1024);

    private ContentHash() {}

    /** SHA-256 of the body's canonical text, 64 hex digits. */
    static String of(OrderStatus status) {
        List<String> parts = new ArrayList<>();
        status.lines().forEach(line -> parts.add(text(line)));
        status.shipments().forEach(shipment -> parts.add(text(shipment)));
        parts.add(text(status.milestones()));
        return of(status, parts);
    }

    /** The same; {@code parts} are the texts of its lines, shipments and milestones, in this order. */
    static String of(OrderStatus status, List<String> parts) {
        MessageDigest digest = sha256();
        digest.update(utf8(text(hash -> hash.writeHead(status))));
        parts.forEach(part -> digest.update(utf8(part)));
        digest.update(utf8(text(hash -> status.exceptions().forEach(type -> hash.add("exception", type)))));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Canonical text of a line. */
    static String text(OrderStatus.Line line) {
        return text(hash -> hash.write(line));
    }

    /** Canonical text of a shipment. */
    static String text(OrderStatus.Shipment shipment) {
        return text(hash -> hash.write(shipment));
    }

    /** Canonical text of milestones. */
    static String text(List<OrderStatus.Reach> milestones) {
        return text(hash -> milestones.forEach(hash::write));
    }

    private static String text(Consumer<ContentHash> writer) {
        ContentHash hash = new ContentHash();
        writer.accept(hash);
        return hash.text.toString();
    }

    private void writeHead(OrderStatus status) {
        add("orderId", status.orderId());
        add("root", status.root());
        status.identifiers().forEach(identifier -> add("identifier", identifier));
        add("customer", status.customer());
        add("customerPo", status.customerPo());
        add("currency", status.terms().currency());
        add("prepaid", status.terms().prepaid());
        add("priority", status.terms().priority());
        add("requestedDate", status.terms().requestedDate());
        add("status", status.status());
        add("complete", status.complete());
        add("untracked", status.untracked());
        write(status.axes());
        add("leading", status.leadingMilestone());
        add("trailing", status.trailingMilestone());
    }

    private void write(OrderStatus.Axes axes) {
        add("approval", axes.approval());
        add("fulfilment", axes.fulfilment());
        add("billing", axes.billing());
        add("payment", axes.payment());
        add("returns", axes.returns());
        add("cancellation", axes.cancellation());
        add("hold", axes.hold());
    }

    private void write(OrderStatus.Line line) {
        add("line", line.line());
        add("sku", line.sku());
        add("kind", line.kind());
        add("unit", line.unit());
        add("price", line.price() == null ? null : plain(line.price()));
        add("known", line.known());
        line.quantities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(entry.getKey().text(), plain(entry.getValue())));
        line.positions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add("position " + entry.getKey().text(), plain(entry.getValue())));
        add("location", line.places().location());
        line.places().numbers().forEach(number -> add("number " + number.document(), number.line()));
        line.places().portions().forEach((shipment, units) -> add("portion " + shipment, plain(units)));
    }

    private void write(OrderStatus.Shipment shipment) {
        add("shipment", shipment.id());
        add("state", shipment.state());
        add("carrier", shipment.carrier());
        shipment.tracking().forEach(number -> add("tracking", number));
        shipment.packages().forEach(this::write);
    }

    private void write(OrderStatus.PackageStatus parcel) {
        add("package", parcel.number());
        add("sscc", parcel.sscc());
        add("package state", parcel.state());
        parcel.tracking().forEach(number -> add("package tracking", number));
    }

    private void write(OrderStatus.Reach reach) {
        add("subject", reach.subject());
        add("milestone", reach.milestone().text());
        add("occurredAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(reach.occurredAt()));
    }

    private static String plain(BigDecimal value) {
        return Decimals.plain(value).toPlainString();
    }

    /** Lengths go before values, so that no value can look like another field. */
    private void add(String name, @Nullable Object value) {
        text.append(name).append('=');
        if (value == null) {
            text.append('-');
        } else {
            String written = value.toString();
            text.append(written.length()).append(':').append(written);
        }
        text.append('\n');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
        }
    }
}
