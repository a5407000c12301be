package io.crossdock.bench.throughput;

import io.crossdock.local.process.Progress;
import io.crossdock.systems.Systems;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * Orders that were captured and accepted, and of which nothing more is heard. Ten minutes later nothing is due; in the night all of them
 * have been open for too long, at the same moment: the worst that limits can do.
 */
final class WaitingOrders {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Just after the orders were accepted, by the records of {@link TypicalOrder}. */
    private static final Instant BEGIN = Instant.parse("2026-11-20T23:50:00Z");

    /** Records of an order until it is accepted: header and line at the CRM, header and line at the ERP. */
    private static final int ACCEPTED = 4;

    private static final int WAITING_SECONDS = 120;
    private static final int LOOKUPS_A_SECOND = 50;
    private static final int TOLD_EVERY = 5_000;

    /** What so many orders write stays in memory until it is forgotten: some 100 kB each. */
    private static final int FORGOTTEN_EVERY = 100;

    /** Longer than the longest limit of an order that is not released. */
    private static final Duration NIGHT = Duration.ofDays(10);

    /** Seconds in which nothing more was opened, after which all has been. */
    private static final int QUIET = 30;

    private final Random random = new Random(7);
    private final OneProcess process;
    private final int orders;

    private WaitingOrders(OneProcess process, int orders) {
        this.process = process;
        this.orders = orders;
    }

    /**
     * What was measured.
     *
     * @param what for people
     * @param waitingMicros CPU of a second in which nothing is due
     * @param firingMicros CPU of a second in which limits run out
     * @param firingSeconds how many of them there were
     * @param opened exceptions that were opened in them
     * @param lookupWaitingMicros CPU of looking up one order while nothing is due
     * @param lookupFiringMicros the same while limits run out
     */
    record Cost(
            String what,
            double waitingMicros,
            double firingMicros,
            int firingSeconds,
            long opened,
            double lookupWaitingMicros,
            double lookupFiringMicros) {}

    private record Seconds(double micros, double lookupMicros, int count, long opened) {}

    static Cost measure(String what, Systems systems, int orders, Progress progress) {
        try (OneProcess process = new OneProcess(systems, BEGIN)) {
            WaitingOrders waiting = new WaitingOrders(process, orders);
            waiting.load(what, progress);
            process.passes(Duration.ofMinutes(10));
            waiting.pass(WAITING_SECONDS);
            progress.step(what, "nothing is due");
            Seconds quiet = waiting.pass(WAITING_SECONDS);
            progress.step(what, "limits run out");
            Seconds busy = waiting.runOut();
            return new Cost(
                    what, quiet.micros, busy.micros, busy.count, busy.opened, quiet.lookupMicros, busy.lookupMicros);
        }
    }

    private void load(String what, Progress progress) {
        long began = System.nanoTime();
        for (int number = 1; number <= orders; number++) {
            TypicalOrder.of(number, 1).subList(0, ACCEPTED).forEach(process::take);
            if (number % FORGOTTEN_EVERY == 0) {
                process.forgetOutput();
            }
            if (number % TOLD_EVERY == 0) {
                double seconds = (System.nanoTime() - began) / 1e9;
                progress.step(
                        what,
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d orders stand, %.0f s left",
                                number,
                                orders,
                                seconds * (orders - number) / number));
            }
        }
    }

    private Seconds pass(int seconds) {
        long nanos = 0;
        long lookups = 0;
        long opened = 0;
        for (int second = 0; second < seconds; second++) {
            long start = THREADS.getCurrentThreadCpuTime();
            process.passes(Duration.ofSeconds(1));
            long between = THREADS.getCurrentThreadCpuTime();
            lookUp();
            lookups += THREADS.getCurrentThreadCpuTime() - between;
            nanos += between - start;
            opened += process.exceptionsOpened();
        }
        return new Seconds(nanos / 1e3 / seconds, lookups / 1e3 / seconds / LOOKUPS_A_SECOND, seconds, opened);
    }

    /** From the first second in which something is due to the last. */
    private Seconds runOut() {
        process.passes(NIGHT);
        long opened = process.exceptionsOpened();
        double micros = 0;
        double lookups = 0;
        int count = 0;
        int quiet = 0;
        while (quiet < QUIET) {
            Seconds second = pass(1);
            quiet = second.opened == 0 ? quiet + 1 : 0;
            opened += second.opened;
            process.forgetOutput();
            if (second.opened > 0 || count == 0) {
                micros += second.micros;
                lookups += second.lookupMicros;
                count++;
            }
        }
        return new Seconds(micros / count, lookups / count, count, opened);
    }

    private void lookUp() {
        for (int i = 0; i < LOOKUPS_A_SECOND; i++) {
            if (!process.knows("crm:order:" + TypicalOrder.crmId(1 + random.nextInt(orders)))) {
                throw new IllegalStateException("An order that was captured is not known");
            }
        }
    }
}
