package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import java.util.List;

/** People walk over: the next desk knows at once. */
final class ByHand implements HandOver {

    @Override
    public Request order(Site site, String salesOrder, Plan plan) {
        return Request.of(plan, site);
    }

    @Override
    public void cancelled(Site site, String salesOrder, List<Line> lines) {
        // Known at once.
    }

    @Override
    public void confirmed(String salesOrder, String shipment, List<Portion> portions) {
        // Known at once.
    }

    @Override
    public void invoiceWanted(String salesOrder, String shipment, List<Portion> portions) {
        // Known at once.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
