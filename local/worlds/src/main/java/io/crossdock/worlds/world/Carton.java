package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package of a shipment, and what its carrier has seen of it. */
final class Carton {

    /** What a carrier says about a package, from the least to the furthest. */
    enum Seen {
        PU("IN_TRANSIT"),
        X1("EXCEPTION"),
        NA("ATTEMPT_FAILED"),
        OD("OUT_FOR_DELIVERY"),
        RS("RETURN_TO_SENDER"),
        LO("LOST"),
        DL("DELIVERED");

        final String published;

        Seen(String published) {
            this.published = published;
        }
    }

    final Shipment shipment;
    final String no;
    /** Number that the carrier follows it by; null if nobody follows it. */
    final @Nullable String tracking;

    private boolean retired;
    private long arrived;
    private final List<Seen> scans = new ArrayList<>();

    Carton(Shipment shipment, String no, @Nullable String tracking) {
        this.shipment = shipment;
        this.no = no;
        this.tracking = tracking;
    }

    /** Its number has been given to another package. */
    void retire() {
        retired = true;
    }

    void scanned(Seen seen, long at) {
        scans.add(seen);
        if (seen == Seen.DL) {
            arrived = at;
        }
    }

    boolean isScanned() {
        return !scans.isEmpty();
    }

    /** True if its number is another package's by now, which can be one only. */
    boolean isRetired() {
        return retired;
    }

    boolean hasEnded() {
        return retired || scans.contains(Seen.DL);
    }

    /** The furthest it has been seen on its way to the customer; null if never. What comes after it turned back is another way. */
    @Nullable
    Seen furthest() {
        Seen furthest = null;
        for (Seen seen : scans) {
            furthest = furthest == null || seen.compareTo(furthest) > 0 ? seen : furthest;
            if (seen == Seen.RS) {
                break;
            }
        }
        return furthest;
    }

    /** True if its carrier has handed it over. */
    boolean isHandedOver() {
        return shipment.status != Shipment.Status.CANCELLED && furthest() == Seen.DL;
    }

    /** When that was, milliseconds since 1970. */
    long arrived() {
        return arrived;
    }

    /** True if it will not arrive. */
    boolean isAstray() {
        return rank() == rank(Seen.RS) || rank() == rank(Seen.LO);
    }

    /** Where it is, by the carrier and by the warehouse's own word for the whole shipment. */
    String state() {
        return rank(furthest()) > rank(shipment.status) ? String.valueOf(published()) : shipment.status.published;
    }

    int rank() {
        return Math.max(rank(furthest()), rank(shipment.status));
    }

    private @Nullable String published() {
        Seen furthest = furthest();
        return furthest == null ? null : furthest.published;
    }

    private static int rank(@Nullable Seen seen) {
        return switch (seen) {
            case null -> -1;
            case PU -> 60;
            case X1 -> 61;
            case NA -> 62;
            case OD -> 63;
            case RS -> 64;
            case LO -> 65;
            case DL -> 66;
        };
    }

    static int rank(Shipment.Status status) {
        return switch (status) {
            case PLANNED, CANCELLED -> 0;
            case PICKING -> 10;
            case PICKED -> 20;
            case PACKED -> 30;
            case SHIPPED -> 40;
            case ON_ROAD -> 60;
            case RETURNED -> 64;
            case LOST -> 65;
            case DELIVERED -> 66;
        };
    }
}
