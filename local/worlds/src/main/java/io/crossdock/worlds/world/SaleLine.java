package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article the customer wants. */
final class SaleLine {

    /** What is sold, in the words of the CRM. */
    enum Kind {
        ITEM("GOODS"),
        SERVICE("SERVICE"),
        TEXT("TEXT");

        final String published;

        Kind(String published) {
            this.published = published;
        }

        boolean isGoods() {
            return this == ITEM;
        }

        String inCrm() {
            return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }

    final Sale sale;
    /** Number in the CRM; null if only the ledger knows the line. */
    final @Nullable String number;

    final String sku;
    final String unit;
    final Kind kind;
    final List<ErpLine> inErp = new ArrayList<>();
    /** Units the customer orders; null if the salesman left it open. */
    @Nullable
    Integer wanted;
    /** Units the customer wants no more. */
    int unwanted;

    SaleLine(Sale sale, @Nullable String number, String sku, String unit, Kind kind, @Nullable Integer wanted) {
        this.sale = sale;
        this.number = number;
        this.sku = sku;
        this.unit = unit;
        this.kind = kind;
        this.wanted = wanted;
    }
}
