package io.crossdock.track;

import io.crossdock.flow.Feedback;
import io.crossdock.flow.Standing;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.publication.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the standing facts of a mailbox say beside the status, read in one pass.
 *
 * @param formers orders that were published, and whose root's facts are here
 * @param seen highest version that anybody has seen; null if nobody has seen any
 * @param elsewhere highest version that a target was told from another mailbox, or holds: ours must be above; null if there is none
 * @param receipts receipts that changed in this step, by sender
 * @param feedback what all of them, and the targets' own rows, say of what the targets were told
 * @param news facts of others that changed in this step
 * @param latest when the last standing fact landed
 */
record Reading(
        List<Sight.Former> formers,
        @Nullable OrderVersion seen,
        @Nullable OrderVersion elsewhere,
        Map<Identifier, List<Statement.Receipt>> receipts,
        Feedback feedback,
        List<Fact> news,
        Instant latest) {

    static Reading of(Standing standing) {
        Pass pass = new Pass();
        for (Fact fact : standing.facts()) {
            pass.take(fact, standing.changed().contains(fact.key()), fact.home().equals(standing.self()));
        }
        return new Reading(
                pass.formers, pass.seen, pass.elsewhere, pass.receipts, pass.feedback.read(), pass.news, pass.latest);
    }

    private static final class Pass {

        private final List<Sight.Former> formers = new ArrayList<>();
        private final Map<Identifier, List<Statement.Receipt>> receipts = new TreeMap<>();
        private final FeedbackPass feedback = new FeedbackPass();
        private final List<Fact> news = new ArrayList<>();
        private @Nullable OrderVersion seen;
        private @Nullable OrderVersion elsewhere;
        private Instant latest = Instant.EPOCH;

        void take(Fact fact, boolean changed, boolean here) {
            latest = fact.landedAt().isAfter(latest) ? fact.landedAt() : latest;
            feedback.take(fact, changed);
            switch (fact.statement()) {
                case Statement.Receipt receipt -> {
                    seen = Versions.max(Versions.max(seen, receipt.version()), receipt.found());
                    boolean state = receipt.effect() == null;
                    elsewhere = Versions.max(
                            Versions.max(elsewhere, here || !state ? null : receipt.version()), receipt.found());
                    if (changed) {
                        receipts.computeIfAbsent(fact.home(), home -> new ArrayList<>())
                                .add(receipt);
                    }
                }
                case Statement.FormerOrder former -> {
                    seen = Versions.max(seen, former.version());
                    formers.add(new Sight.Former(fact.home(), former, changed));
                }
                case Statement.Shown shown ->
                    seen = Versions.max(seen, shown.mark().version());
                case null, default -> {
                    if (changed) {
                        news.add(fact);
                    }
                }
            }
        }
    }
}
