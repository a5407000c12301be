package io.crossdock.correlate;

import io.crossdock.flow.Place;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.Behind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the later stages asked of a mailbox while they had what stands in it. */
final class Asked implements Place {

    private final Identifier self;
    private final DeadlineStore deadlines;
    private final Behind behind;
    private final List<Fact> facts = new ArrayList<>();
    private boolean toArchive;

    Asked(Identifier self, DeadlineStore deadlines, Behind behind) {
        this.self = self;
        this.deadlines = deadlines;
        this.behind = behind;
    }

    @Override
    public void keep(Fact own) {
        facts.add(own);
    }

    @Override
    public void wakeAt(Instant due, Wake why) {
        deadlines.put(due, why, self);
    }

    @Override
    public Behind behind() {
        return behind;
    }

    @Override
    public void archive() {
        toArchive = true;
    }

    /** True if the mailbox is to be archived after that. */
    boolean toArchive() {
        return toArchive;
    }

    /** Facts to keep in the mailbox once what stands in it is no longer read. */
    List<Fact> facts() {
        return facts;
    }
}
