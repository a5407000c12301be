package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.effect;
import static io.crossdock.connect.sink.SinkBench.express;
import static io.crossdock.connect.sink.SinkBench.message;
import static io.crossdock.connect.sink.SinkBench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.Receipt;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a target is down, over its budget or busy: who is called, how often, and who goes first. */
class OutageTest {

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldLeaveATargetAloneThatIsDownAndTryItWithOneCall() throws Exception {
        // Given
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        target.behave(call -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Reply reply = down.get() ? Reply.error(503, "SERVER_UNAVAILABLE") : records.apply(call);
            atOnce.decrementAndGet();
            return reply;
        });
        try (SinkBench sink = bench(Map.of("retry.max.ms", "600"))) {
            for (int i = 0; i < 20; i++) {
                tryToPut(sink, "801A" + i);
            }
            until(() -> isRefused(sink));
            waitUntilNobodyCalls();
            // When
            int before = target.calls().size();
            long began = System.nanoTime();
            mostAtOnce.set(0);
            until(() -> target.calls().size() >= before + 3);
            // Then
            assertThat(System.nanoTime() - began).isGreaterThan(1_000_000_000L);
            assertThat(mostAtOnce.get()).isEqualTo(1);
            down.set(false);
            assertThat(sink.receipts(1)).isNotEmpty();
        }
    }

    @Test
    void shouldLetOthersPassWhereOneMessageAloneFails() throws Exception {
        // Given
        target.behave(call -> call.path().contains("801A") && call.method().equals("PATCH")
                ? Reply.error(500, "UNKNOWN_EXCEPTION")
                : records.apply(call));
        try (SinkBench sink = bench(Map.of("retry.max.ms", "50"))) {
            sink.put(message("801A", 1));
            until(() -> sink.ledger().size() >= 10);
            // When
            tryToPut(sink, "801B");
            // Then
            assertThat(sink.receipts(1).getFirst().getTargetKey()).isEqualTo("801B");
        }
    }

    @Test
    void shouldMakeNoCallOverTheDaysBudgetWhereTokensAndReadBacksCountToo() throws Exception {
        // Given
        AtomicInteger answers = new AtomicInteger();
        target.behave(call -> answers.getAndIncrement() == 0 ? Reply.error(503, "DOWN") : records.apply(call));
        try (SinkBench sink = bench(Map.of("calls.per.day", "5", "calls.reserve", "0"))) {
            // When
            for (int i = 0; i < 10; i++) {
                sink.put(message("801A" + i, 1));
            }
            Thread.sleep(500);
            // Then
            assertThat(target.requests()).isEqualTo(5);
            assertThat(target.tokensGiven()).isEqualTo(1);
            assertThat(sink.receipts(0)).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void shouldStopWhereTheTargetsOwnFigureSaysThatItsDayIsUsedUp() throws Exception {
        // Given
        AtomicInteger used = new AtomicInteger(96);
        target.behave(
                call -> records.apply(call).with("Sforce-Limit-Info", "api-usage=" + used.incrementAndGet() + "/100"));
        try (SinkBench sink = bench(Map.of("calls.per.day", "90", "calls.reserve", "2", "parallelism", "1"))) {
            // When
            for (int i = 0; i < 10; i++) {
                sink.put(message("801A" + i, 1));
            }
            sink.receipts(2);
            Thread.sleep(200);
            // Then
            assertThat(used).hasValue(99);
            sink.put(express(message("801B", 1)));
            assertThat(sink.receipts(4).getLast().getTargetKey()).isEqualTo("801B");
            assertThat(used).hasValue(100);
        }
    }

    @Test
    void shouldDeliverExpressBeforeNormalOnesThatWaitButNotBeforeItsOwnRecordsEarlierMessage() throws Exception {
        // Given
        CountDownLatch free = new CountDownLatch(1);
        target.behave(call -> {
            await(free);
            return records.apply(call);
        });
        try (SinkBench sink = bench(Map.of("parallelism", "1", "request.timeout.ms", "20000"))) {
            sink.put(message("801-first", 1));
            until(() -> !target.calls().isEmpty());
            // When
            sink.put(message("801-normal", 1));
            sink.put(express(message("801-normal", 2)));
            sink.put(message("801-other", 1));
            sink.put(express(message("801-urgent", 1)));
            sink.put(express(effect("SO-1", "customer-notification")));
            Thread.sleep(100);
            free.countDown();
            List<Receipt> receipts = sink.receipts(6);
            // Then
            List<String> order = receipts.stream()
                    .map(receipt -> receipt.getTargetKey().replace("801-", "") + "@"
                            + receipt.getVersion().getSeq())
                    .toList();
            assertThat(order.getFirst()).isEqualTo("first@1");
            assertThat(order.subList(1, 3)).containsExactlyInAnyOrder("urgent@1", "erp:SO-1@1");
            assertThat(order).containsSubsequence("normal@1", "normal@2").contains("other@1");
        }
    }

    private void waitUntilNobodyCalls() throws InterruptedException {
        for (int before = -1; before < target.calls().size(); ) {
            before = target.calls().size();
            Thread.sleep(200);
        }
    }

    private static void tryToPut(SinkBench sink, String key) throws InterruptedException {
        try {
            sink.put(message(key, 1));
        } catch (RetriableException e) {
            // Connect hands the same message in again.
            Thread.sleep(10);
            sink.put(message(key, 1));
        }
    }

    private static boolean isRefused(SinkBench sink) {
        try {
            sink.put(message("801C", 1));
            return false;
        } catch (RetriableException e) {
            assertThat(e).hasMessageContaining("503").hasMessageContaining("nothing is lost");
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SinkBench bench(Map<String, String> more) {
        return new SinkBench(target, true, more);
    }
}
