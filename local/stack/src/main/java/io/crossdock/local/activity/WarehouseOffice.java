package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import java.util.List;

/** People in a warehouse's office: they take orders over, allocate stock, release to picking, close. */
public interface WarehouseOffice {

    /** Takes a sales order over as a warehouse order with a number of its own. */
    void takeOver(String order, String salesOrder, Request request);

    /**
     * Allocates what is in stock; the rest is on backorder.
     *
     * @param lines those that this warehouse ships
     * @param stockCame true if what was missing has come, which also releases the order
     */
    void allocate(String order, List<Line> lines, boolean stockCame);

    /** Takes cancelled units back out of allocation; the whole order, if nothing is left of it here. */
    void cancel(String order, List<Line> lines);

    /** Releases the order to picking. */
    void release(String order);

    /** Gives up on what was not shipped. */
    void closeShort(String order, List<Line> lines);

    /** Closes an order of which everything was shipped. */
    void close(String order);

    /** What an allocation comes to. */
    enum Stock {
        ALL,
        SOME,
        NONE;

        /** Of lines whose backorders are not filled. */
        static Stock of(List<Line> lines) {
            boolean all = lines.stream().allMatch(line -> line.backordered().signum() == 0);
            boolean none = lines.stream().allMatch(line -> line.ordered().compareTo(line.backordered()) == 0);
            return all ? ALL : none ? NONE : SOME;
        }
    }
}
