package io.crossdock.order.status;

import java.util.ArrayList;
import java.util.List;

/**
 * The milestones of one subject.
 *
 * @param all each once, in the published order
 * @param published as they are published, in the same order
 * @param text the canonical text of those
 */
record Stamps(List<MilestoneStamp> all, List<OrderStatus.Reach> published, String text) {

    static Stamps of(List<MilestoneStamp> all) {
        List<OrderStatus.Reach> published = all.stream().map(Stamps::published).toList();
        return new Stamps(all, published, ContentHash.text(published));
    }

    /** Those of two that speak of one subject. */
    static Stamps together(Stamps one, Stamps other) {
        List<MilestoneStamp> both = new ArrayList<>(one.all);
        both.addAll(other.all);
        return of(Milestones.firstOfEach(both));
    }

    private static OrderStatus.Reach published(MilestoneStamp stamp) {
        return new OrderStatus.Reach(
                stamp.subject(), stamp.milestone(), stamp.reached().occurredAt());
    }
}
