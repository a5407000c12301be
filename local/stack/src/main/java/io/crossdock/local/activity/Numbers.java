package io.crossdock.local.activity;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The number ranges of the systems: each has its own, so that no system knows another's number. They begin where the clock is, so
 * that people who start later, or at the same time in another process, do not use a number again.
 */
public final class Numbers {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long PER_SECOND = 40;

    private final AtomicLong next;

    /** A range that begins now. */
    public Numbers() {
        this.next = new AtomicLong(PER_SECOND * (Instant.now().getEpochSecond() - BEGIN.getEpochSecond()));
    }

    /** A sales order of the ERP. */
    public String salesOrder() {
        return "SO-" + (1_000_000_000L + next.getAndIncrement());
    }

    /** A warehouse order. */
    public String warehouseOrder(Site site) {
        long number = next.getAndIncrement();
        return switch (site) {
            case EAST -> "W-" + (4_000_000_000L + number);
            case WEST -> WestNumbers.filled(number);
        };
    }

    /** A shipment. */
    public String shipment(Site site) {
        long number = next.getAndIncrement();
        return switch (site) {
            case EAST -> "S-" + (7_000_000_000L + number);
            case WEST -> WestNumbers.filled(number);
        };
    }

    /** A delivery, an invoice or another document of the ERP. */
    public String document(String prefix) {
        return prefix + "-" + (2_000_000_000L + next.getAndIncrement());
    }

    /** A customer's purchase order. */
    public String purchaseOrder() {
        return "PO-" + (9_000_000_000L + next.getAndIncrement());
    }

    /** A tracking number of the carrier. */
    public String tracking(String carrier) {
        long number = next.getAndIncrement();
        return switch (carrier) {
            case "UPS" -> "1Z999AA1" + "%010d".formatted(number);
            case "FEDEX" -> "77" + "%010d".formatted(number);
            case "USPS" -> "9400" + "%018d".formatted(number);
            default -> "JD01" + "%016d".formatted(number);
        };
    }

    /** The serial shipping container code of a carton. */
    public String sscc() {
        return "00" + "%018d".formatted(340_000_000_000_000_000L + next.getAndIncrement());
    }
}
