package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** A return: units that a customer sends back. */
final class Comeback {

    /** Its state at the return desk. */
    enum Status {
        ANNOUNCED,
        RECEIVED,
        CLOSED,
        REFUSED
    }

    final SalesOrder order;
    final String id;
    final Map<ErpLine, Integer> units = new LinkedHashMap<>();
    final Firsts firsts;
    Status status = Status.ANNOUNCED;

    Comeback(SalesOrder order, String id) {
        this.order = order;
        this.firsts = new Firsts(order.sale.log);
        this.id = id;
    }

    int asked(ErpLine line) {
        return status == Status.REFUSED ? 0 : units.getOrDefault(line, 0);
    }

    int received(ErpLine line) {
        return status == Status.RECEIVED || status == Status.CLOSED ? units.getOrDefault(line, 0) : 0;
    }

    String name() {
        return "returns:return:" + id;
    }
}
