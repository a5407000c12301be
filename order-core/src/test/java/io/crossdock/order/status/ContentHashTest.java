package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R90 and R91: content is what facts say, never how or when they came. */
class ContentHashTest {

    private static final int SHUFFLES = Integer.getInteger("crossdock.shuffles", 50);

    private static OrderStory story() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", "4.500")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1")
                .allocates("1", "A-100", "10", "8", "2")
                .allocates("2", "B-200", "4.5", "4.5", "0")
                .warehouseOrderIs(RELEASED)
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "3")
                .holding("S-1", "2", "2", "B-200", "4.5")
                .packedInto("S-1", "1", "1Z-A")
                .erpDelivery("D-1", "1", "3")
                .invoice("I-1", POSTED, "1", "3");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void shouldNotDependOnTheOrderOfFacts(long seed) {
        // Given
        Projected expected = story().projected();
        Random random = new Random(seed);

        for (int round = 0; round < SHUFFLES; round++) {
            List<Fact> shuffled = new ArrayList<>(story().facts());
            Collections.shuffle(shuffled, random);
            shuffled.add(shuffled.get(random.nextInt(shuffled.size())));

            // When
            Projected projected = Spine.withoutDeliveryFeed().project(story().crm, shuffled);

            // Then
            assertThat(projected).isEqualTo(expected);
        }
    }

    @Test
    void shouldNotChangeWithProcessingStamps() {
        // Given
        List<Fact> replayed =
                story().facts().stream().map(ContentHashTest::replayed).toList();

        // When
        Projected projected = Spine.withoutDeliveryFeed().project(story().crm, replayed);

        // Then
        assertThat(projected.contentHash())
                .isEqualTo(story().projected().contentHash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void shouldNotChangeWhenAQuantityIsSpeltOtherwise() {
        // When
        String other =
                story().holding("S-1", "1", "1", "A-100", "3.000").projected().contentHash();

        // Then
        assertThat(other).isEqualTo(story().projected().contentHash());
    }

    @Test
    void shouldChangeWithEveryChangeOfContent() {
        // When
        Set<String> hashes = new HashSet<>(List.of(
                story().projected().contentHash(),
                story().holding("S-1", "1", "1", "A-100", "4").projected().contentHash(),
                story().shipment("S-2", RELEASED).projected().contentHash(),
                story().packedInto("S-1", "2", "1Z-B").projected().contentHash(),
                story().erpSays("1", "10", "1").projected().contentHash(),
                story().asksToCancel("1", "A-100", "10", "9").projected().contentHash()));

        // Then
        assertThat(hashes).hasSize(6);
    }

    /** R90: whatever of the body differs, alone. */
    @ParameterizedTest
    @MethodSource("bodies")
    void shouldChangeWithEachPartOfTheBody(String part, OrderStatus other) {
        assertThat(ContentHash.of(other))
                .as(part)
                .isNotEqualTo(ContentHash.of(ABody.usual().status()));
    }

    static Stream<Arguments> bodies() {
        return ABody.eachPartOtherwise().entrySet().stream()
                .map(entry -> Arguments.arguments(entry.getKey(), entry.getValue()));
    }

    private static Fact replayed(Fact fact) {
        return new Fact(
                fact.key(),
                fact.home(),
                fact.version(),
                fact.op(),
                Origin.REPLAY,
                fact.occurredAt(),
                fact.recordedAt().plusSeconds(9),
                fact.landedAt().plusSeconds(99),
                fact.times(),
                fact.links(),
                fact.statement(),
                fact.reached(),
                "elsewhere-0@0",
                "00-1-2-03");
    }

    /** R90: a package and a time are content as much as a quantity. */
    @Test
    void shouldChangeWithPackagesAndWithTimes() {
        // Given
        String before = story().projected().contentHash();
        OrderStory later = OrderStory.anOrder("C-5").later(Duration.ofHours(1)).withLine("1", "A-100", "10");
        OrderStory sooner = OrderStory.anOrder("C-5").withLine("1", "A-100", "10");

        // When
        String packed = story().packedInto("S-1", "1", "1Z-B").projected().contentHash();
        String accepted = sooner.acceptedInErpAs("SO-1").projected().contentHash();
        String acceptedLater = later.acceptedInErpAs("SO-1").projected().contentHash();

        // Then
        assertThat(packed).isNotEqualTo(before);
        assertThat(acceptedLater).isNotEqualTo(accepted);
    }
}
