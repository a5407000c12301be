package io.crossdock.worlds.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Recollection;
import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Flaw;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.delivery.Witness;
import io.crossdock.worlds.world.Playwright;
import io.crossdock.worlds.world.World;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is taken from the last projection never makes the next one another (R91): both ways, after every step of every mailbox. */
public class RecollectionTest {

    private static final Rules RULES = Rules.load(Path.of("connectors"));

    /** Projects everything that anybody looks at both ways. */
    private static final class BothWays implements Witness {

        private final Map<Identifier, Recollection> recollections = new HashMap<>();
        private int compared;

        @Override
        public void sees(Mailbox mailbox) {
            if (mailbox.topmost()) {
                Recollection recollection = recollections.computeIfAbsent(mailbox.self(), none -> new Recollection());
                Projected anew = RULES.projection().project(mailbox.self(), mailbox.effective());
                Projected recalled = RULES.projection().project(mailbox.self(), mailbox.effective(), recollection);
                assertThat(recalled).as("projection of %s", mailbox.self()).isEqualTo(anew);
                compared++;
            }
        }
    }

    @Test
    void shouldComeToTheSameWhenItRemembersTheLastTime() {
        // Given
        int seeds = Integer.getInteger("crossdock.recollections", 400);

        // When
        int compared = 0;
        for (int seed = 0; seed < seeds; seed++) {
            compared += compare(seed);
        }

        // Then
        assertThat(compared).isGreaterThan(seeds * 20);
        System.out.printf("%,d projections of %,d worlds are the same both ways.%n", compared, seeds);
    }

    /** Compares every projection of one world; answers how many. */
    public static int compare(int seed) {
        BothWays both = new BothWays();
        var unused = new Delivery(RULES, Flaw.NONE, both)
                .confirmed(World.play(Playwright.script(seed)).written(), Plan.of(seed));
        return both.compared;
    }
}
