package io.crossdock.order.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.mailbox.Seeds;
import io.crossdock.order.publication.PublishingRun.Flaw;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Random worlds in which orders change the mailbox at which they are tracked, again and again (R150 to R152). */
class PublicationTest {

    @ParameterizedTest(name = "worlds from seed {0}")
    @MethodSource("io.crossdock.order.mailbox.Seeds#blocks")
    void shouldShowEachOrderAsItsTopmostMailboxHoldsIt(int first) {
        Seeds.from(first).forEach(seed -> {
            // Given
            PublishingRun run = new PublishingRun(seed, Flaw.NONE);

            // When
            StatusTopic topic = run.run();

            // Then
            assertThat(shownOf(run, topic))
                    .describedAs("world of seed %d", seed)
                    .isEqualTo(run.held());
            assertThat(topic.regressions())
                    .describedAs("versions, seed %d", seed)
                    .isEmpty();
            assertThat(leadAstray(run, topic))
                    .describedAs("survivors, seed %d", seed)
                    .isEmpty();
        });
    }

    @Test
    @Tag("control")
    void shouldMeetOrdersThatMoveAndEnd() {
        // When
        int notices = 0;
        int ended = 0;
        int known = 0;
        for (long seed = 0; seed < Seeds.BLOCK; seed++) {
            PublishingRun run = new PublishingRun(seed, Flaw.NONE);
            ended += run.run().survivors().size();
            notices += run.notices();
            known += run.known();
        }

        // Then
        assertThat(notices).isGreaterThan(5 * Seeds.BLOCK);
        assertThat(ended).isGreaterThan(20);
        assertThat(known).isGreaterThan(20);
    }

    @ParameterizedTest
    @Tag("control")
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void shouldBeNoticedWhenOrdersArePublishedInAnotherWay(Flaw flaw) {
        // When
        long wrong = LongStream.range(0, 600)
                .filter(seed -> {
                    PublishingRun run = new PublishingRun(seed, flaw);
                    StatusTopic topic = run.run();
                    return !shownOf(run, topic).equals(run.held())
                            || !topic.regressions().isEmpty();
                })
                .count();

        // Then
        assertThat(wrong).describedAs("worlds of 600 that end wrong").isPositive();
    }

    /** A record of an order that nobody hears of any more stays as it was. */
    private static Map<String, String> shownOf(PublishingRun run, StatusTopic topic) {
        Map<String, String> shown = new TreeMap<>(topic.orders());
        shown.keySet().removeIf(orderId -> !run.held().containsKey(orderId) && run.isUnheard(orderId));
        return shown;
    }

    /** Ended orders whose facts are in an order now, but whose last records do not lead there. */
    private static Set<String> leadAstray(PublishingRun run, StatusTopic topic) {
        Set<String> astray = new TreeSet<>();
        topic.survivors().keySet().forEach(former -> {
            Set<String> there = run.ordersThatHold(former);
            String end = former;
            for (int i = 0; i < topic.survivors().size(); i++) {
                end = topic.survivors().getOrDefault(end, end);
            }
            if (!there.isEmpty() && !there.contains(end)) {
                astray.add(former);
            }
        });
        return astray;
    }
}
