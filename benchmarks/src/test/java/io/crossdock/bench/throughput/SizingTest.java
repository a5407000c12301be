package io.crossdock.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crossdock.bench.throughput.Sizing.Cost;
import io.crossdock.bench.throughput.Sizing.Prediction;
import io.crossdock.bench.throughput.Subject.Drained;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final int LIVE = 1_000;
    private static final long FACTS = 1_000_000;

    @Test
    void shouldTellOthersByTheMedianOfWhatIsKnown() {
        Sizing model = new Sizing(List.of(run(10, 1, 700), run(10, 1, 9_000), run(10, 1, 740)));

        Prediction app = predicted(model, Cost.APP_CPU, run(10, 2, 400));

        assertThat(app.predicted()).isCloseTo(740, within(0.1));
        assertThat(app.measured()).as("both instances together").isCloseTo(800, within(0.1));
        assertThat(app.holds()).isTrue();
    }

    @Test
    void shouldNotHoldBeyondAQuarterOfWhatIsMeasured() {
        Sizing model = new Sizing(List.of(run(10, 1, 740)));

        assertThat(predicted(model, Cost.APP_CPU, run(10, 1, 593)).holds()).isTrue();
        assertThat(predicted(model, Cost.APP_CPU, run(10, 1, 591)).holds()).isFalse();
        assertThat(predicted(model, Cost.APP_CPU, run(10, 1, 987)).holds()).isFalse();
    }

    @Test
    void shouldTellEachCostByTheRowsOfAnOrder() {
        Sizing model = new Sizing(List.of(run(10, 1, 740)));

        assertThat(model.predict(List.of(run(4, 2, 1))))
                .as("207 rows of 25 facts instead of 351 of 55")
                .hasSameSizeAs(Cost.values())
                .allSatisfy(each -> assertThat(each.predicted())
                        .isCloseTo(
                                predicted(model, each.cost(), run(10, 1, 740)).predicted() * 207 / 25 * 55 / 351,
                                within(0.1)));
    }

    @Test
    void shouldTellWhatStandsOfAllOrdersThatStand() {
        Sizing model = new Sizing(List.of(run(10, 1, 1)));

        assertThat(predicted(model, Cost.STATE, run(10, 1, 1)).predicted())
                .as("bytes of each of the 55 facts of 1,000 orders, and of 100 before anything is measured")
                .isCloseTo(5_500_000 / 55.0 / 1_100, within(0.1));
        assertThat(predicted(model, Cost.CHANGELOG, run(10, 1, 1)).predicted())
                .isCloseTo(2_750_000 / 55.0 / 1_100, within(0.1));
    }

    private static Prediction predicted(Sizing model, Cost cost, Grown other) {
        return model.predict(List.of(other)).stream()
                .filter(each -> each.cost() == cost)
                .findFirst()
                .orElseThrow();
    }

    private static Grown run(int lines, int instances, double cpuSeconds) {
        List<Drained> drained = IntStream.range(0, instances)
                .mapToObj(any -> new Drained(10, FACTS, 1_000_000, 1_000_000, cpuSeconds, 100))
                .toList();
        return new Grown(LIVE, new Size(lines, 100, 1), 5_500L * LIVE, 2_750L * LIVE, 1, 1, FACTS, drained);
    }
}
