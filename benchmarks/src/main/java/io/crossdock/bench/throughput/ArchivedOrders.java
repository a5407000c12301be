package io.crossdock.bench.throughput;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.correlate.MailboxStore;
import io.crossdock.local.process.StackFailure;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.SyncStore;
import io.crossdock.systems.Systems;
import io.crossdock.track.HistoryStore;
import io.crossdock.track.OrderStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What orders stand as while they live, and what is left of them in the archive.
 *
 * @param lines of each order
 * @param orders how many
 * @param live before they are archived
 * @param archived afterwards
 */
record ArchivedOrders(int lines, int orders, Standing live, Standing archived) {

    /** Just after the last record of {@link TypicalOrder}. */
    private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");

    private static final Duration QUIET = Duration.ofDays(31);
    private static final int FORGOTTEN_EVERY = 20;

    /** An order has a dozen mailboxes at most, and two hundred deadlines are taken a second. */
    private static final int SECONDS_AT_MOST = 600;

    private static final List<String> LIVE = List.of(
            MailboxStore.NAME,
            OrderStore.NAME,
            OrderStore.PARTS,
            HistoryStore.NAME,
            OutboxStore.NAME,
            SyncStore.ALL,
            SyncStore.OPEN);

    /**
     * What all orders take together.
     *
     * @param rows entries of the stores
     * @param bytes on disk
     */
    record Standing(long rows, long bytes) {

        private static Standing of(OneProcess process, List<String> stores) {
            return new Standing(
                    stores.stream().mapToLong(process::rows).sum(),
                    stores.stream().mapToLong(process::bytes).sum());
        }
    }

    static ArchivedOrders measure(Systems systems, int lines, int orders) {
        try (OneProcess process = OneProcess.onDisk(systems, BEGIN)) {
            for (int number = 1; number <= orders; number++) {
                TypicalOrder.done(number, lines).forEach(process::take);
                process.rests();
                if (number % FORGOTTEN_EVERY == 0) {
                    process.forgetOutput();
                }
            }
            Standing live = Standing.of(process, LIVE);
            process.passes(QUIET);
            for (int second = 0; process.rows(MailboxStore.NAME) > 0; second++) {
                if (second == SECONDS_AT_MOST) {
                    throw new StackFailure("After " + second + " s orders still live that are done and quiet.");
                }
                process.passes(Duration.ofSeconds(1));
                process.rests();
                process.forgetOutput();
            }
            return new ArchivedOrders(lines, orders, live, Standing.of(process, List.of(ArchiveStore.NAME)));
        }
    }
}
