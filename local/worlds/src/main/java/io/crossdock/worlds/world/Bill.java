package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** An invoice or a credit memo. */
final class Bill {

    /** Its state in the ledger. */
    enum Status {
        DRAFT,
        POSTED,
        VOID
    }

    final SalesOrder order;
    final String no;
    final boolean credit;
    final Map<ErpLine, Integer> units = new LinkedHashMap<>();
    Status status = Status.DRAFT;

    Bill(SalesOrder order, String no, boolean credit) {
        this.order = order;
        this.no = no;
        this.credit = credit;
    }

    int units(ErpLine line) {
        return units.getOrDefault(line, 0);
    }

    int amount() {
        return units.values().stream().mapToInt(Integer::intValue).sum() * 10;
    }

    String name() {
        return order.ledger.system.name() + (credit ? ":credit-memo:" : ":invoice:") + no;
    }
}
