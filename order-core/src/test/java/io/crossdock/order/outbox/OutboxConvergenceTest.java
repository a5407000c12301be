package io.crossdock.order.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of an outbox before an unkind target, with crashes and changes of the sender; a failure names the seed. */
class OutboxConvergenceTest {

    private static final int BLOCK = 500;

    static IntStream blocks() {
        return IntStream.iterate(0, first -> first < 10_000, first -> first + BLOCK);
    }

    @ParameterizedTest(name = "lives from seed {0}")
    @MethodSource("blocks")
    void shouldEndWithTheTargetShowingWhatIsDesired(int first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            new Life(seed).live();
        }
    }

    /** One order, one target, and the sender that calls the outbox as the application does. */
    private static final class Life {
        private final long seed;
        private final Random random;
        private final boolean othersWrite;
        private final UnkindTarget target;
        private OutboxState state = OutboxState.EMPTY;
        private String content = "content-0";
        private String key = "record-1";
        private long seq;
        private @Nullable OrderVersion lastSent;
        private @Nullable View newestAnswered;

        Life(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.othersWrite = seed % 2 == 0;
            this.target = new UnkindTarget(random);
        }

        void live() {
            for (int step = 0; step < 120; step++) {
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> change();
                    case 3, 4, 5, 6 -> target.work();
                    case 7, 8, 9, 10 -> hear();
                    default -> trouble();
                }
            }
            target.becomeKind();
            // What others wrote is found by the next send only, so the last content must then be one never shown
            // before.
            content = othersWrite ? "content-final" : "content-" + random.nextInt(7);
            desire();
            for (int step = 0; step < 400 && !(target.isIdle() && state.settled()); step++) {
                target.work();
                hear();
            }
            assertThat(state.settled()).describedAs("seed %d, %s", seed, state).isTrue();
            View held = Objects.requireNonNull(target.record(key));
            assertThat(held.contentHash()).describedAs("seed %d", seed).isEqualTo(content);
        }

        private void change() {
            content = "content-" + random.nextInt(9);
            key = random.nextInt(20) == 0 ? "record-2" : key;
            desire();
        }

        private void trouble() {
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (othersWrite) {
                        target.meddle(key);
                    }
                }
                case 1 -> handOver();
                default -> desire();
            }
        }

        /** Another mailbox becomes the sender: it starts with nothing but the receipts that came with the hand-over. */
        private void handOver() {
            View flying = state.inFlight();
            View known = newestAnswered;
            state = OutboxState.EMPTY;
            seq = lastSent == null ? seq : Math.max(seq, lastSent.seq());
            if (known != null && random.nextBoolean()) {
                decide(new Input.HandedOver(List.of(receipt(known, Receipt.Outcome.APPLIED))));
            }
            if (flying != null) {
                decide(new Input.HandedOver(List.of(receipt(flying, Receipt.Outcome.IN_FLIGHT))));
            }
            desire();
        }

        private void desire() {
            seq++;
            decide(new Input.Desired(new View(new OrderVersion(1, seq), content, key)));
        }

        private void hear() {
            Receipt receipt = target.answer();
            if (receipt == null) {
                return;
            }
            if (receipt.outcome() == Receipt.Outcome.APPLIED
                    && (newestAnswered == null || receipt.version().compareTo(newestAnswered.version()) > 0)) {
                newestAnswered = new View(receipt.version(), receipt.contentHash(), receipt.targetKey());
            }
            decide(new Input.Answered(receipt));
        }

        private void decide(Input input) {
            Decision decision = Outbox.decide(state, input);
            if (random.nextInt(5) == 0) {
                // A crash before the commit: nothing was kept, nothing was sent, the input comes again.
                decision = Outbox.decide(state, input);
            }
            state = decision.state();
            View sent = decision.toSend();
            if (sent != null) {
                assertThat(lastSent == null || lastSent.compareTo(sent.version()) < 0)
                        .describedAs("seed %d sends %s after %s", seed, sent, lastSent)
                        .isTrue();
                assertThat(sent).isEqualTo(state.inFlight());
                lastSent = sent.version();
                target.send(sent);
            }
            OrderVersion above = decision.bumpAbove();
            if (above != null) {
                seq = Math.max(seq, above.seq());
                desire();
            }
        }

        private static Receipt receipt(View view, Receipt.Outcome outcome) {
            return new Receipt("crm", view.targetKey(), view.version(), view.contentHash(), outcome, null, null, null);
        }
    }
}
