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
    private final String ledger;
    final String no;
    final boolean credit;
    final Map<ErpLine, Integer> units = new LinkedHashMap<>();
    final Firsts firsts;
    Status status = Status.DRAFT;

    Bill(SalesOrder order, String no, boolean credit) {
        this.order = order;
        this.firsts = new Firsts(order.sale.log);
        this.ledger = order.ledger.system.name();
        this.no = no;
        this.credit = credit;
    }

    int units(ErpLine line) {
        return units.getOrDefault(line, 0);
    }

    /** True if it bills several orders; then its header names none. */
    boolean isCollective() {
        return units.keySet().stream().anyMatch(line -> line.order != order);
    }

    int amount() {
        return units.values().stream().mapToInt(Integer::intValue).sum() * 10;
    }

    String name() {
        return ledger + (credit ? ":credit-memo:" : ":invoice:") + no;
    }
}
