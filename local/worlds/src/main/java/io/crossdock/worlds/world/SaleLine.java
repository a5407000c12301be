package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An article the customer wants. */
final class SaleLine {

    /** What is sold, in the words of the CRM. */
    enum Kind {
        ITEM("GOODS"),
        KIT("KIT"),
        COMPONENT("COMPONENT"),
        SERVICE("SERVICE"),
        TEXT("TEXT");

        final String published;

        Kind(String published) {
            this.published = published;
        }

        boolean isGoods() {
            return this == ITEM || this == KIT || this == COMPONENT;
        }

        /** True if a warehouse handles its units; of a kit it handles the components. */
        boolean isHandled() {
            return this == ITEM || this == COMPONENT;
        }

        String inCrm() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** Where its units come from. */
    enum Source {
        STOCK,
        VENDOR,
        COUNTER;

        String inCrm() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    final Sale sale;
    /** Number in the CRM; null if only the ledger knows the line. */
    final @Nullable String number;

    final String sku;
    final String unit;
    final Kind kind;
    final Source source;
    /** Pieces in one unit; the warehouses count pieces. */
    final int pieces;

    final List<ErpLine> inErp = new ArrayList<>();
    /** The kit that it is a component of; null if it stands for itself. */
    @Nullable
    SaleLine kit;

    /** The line that it is sent in place of; null if it stands for itself. */
    @Nullable
    SaleLine insteadOf;

    /** Units the customer orders; null if the salesman left it open. */
    @Nullable
    Integer wanted;
    /** Units the customer wants no more. */
    int unwanted;

    SaleLine(
            Sale sale,
            @Nullable String number,
            String sku,
            String unit,
            int pieces,
            Kind kind,
            Source source,
            @Nullable Integer wanted) {
        this.pieces = pieces;
        this.source = source;
        this.sale = sale;
        this.number = number;
        this.sku = sku;
        this.unit = unit;
        this.kind = kind;
        this.wanted = wanted;
    }

    /** The unit that warehouses count in. */
    String pieceUnit() {
        return pieces == 1 ? unit : "EA";
    }

    /** How many pieces each unit holds, as the records of the office say it; null where there is only one unit. */
    @Nullable
    Map<String, Integer> factors() {
        return pieces == 1 ? null : new TreeMap<>(Map.of("EA", 1, unit, pieces));
    }

    boolean comesFrom(Warehouse warehouse) {
        return (source == Source.VENDOR) == warehouse.isVendor;
    }
}
