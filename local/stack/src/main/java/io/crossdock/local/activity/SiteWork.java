package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import java.util.List;

/** One order in one warehouse: what its office does about it, in the order in which it can be done. */
final class SiteWork {
    private final Site site;
    private final WarehouseOffice office;
    private final String number;
    private final List<Line> lines;
    private boolean allocated;
    private boolean givenBack;

    SiteWork(Staff staff, Site site, Plan plan) {
        this.site = site;
        this.office = staff.at(site).office();
        this.number = staff.numbers().warehouseOrder(site);
        this.lines = plan.goods(site);
    }

    Site site() {
        return site;
    }

    boolean isAllocated() {
        return allocated;
    }

    void takeOver(String salesOrder, Request request) {
        office.takeOver(number, salesOrder, request);
    }

    void allocate() {
        office.allocate(number, lines, false);
        allocated = true;
    }

    /** Stock that was missing has come. */
    void fill() {
        office.allocate(number, lines, true);
    }

    void cancel() {
        office.cancel(number, lines);
        givenBack = Plan.isAllCancelled(lines);
    }

    /** True if there is something to pick now. */
    boolean canBeReleased() {
        return allocated
                && !givenBack
                && lines.stream().anyMatch(line -> line.inStock().signum() > 0);
    }

    void release() {
        office.release(number);
    }

    void close() {
        if (!givenBack) {
            office.close(number);
        }
    }

    void closeShort() {
        office.closeShort(number, lines);
    }
}
