package io.crossdock.local.prove;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.tables.TableCheck;
import io.crossdock.local.prove.tables.TableCheck.Difference;
import io.crossdock.local.prove.tables.TableCheck.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Turns the comparison of the CRM with the tables into checks, and lists each order that is wrong. */
public final class StatusReport {

    private static final long LOOK_MS = 500;
    private static final int MOST_QUIETS = 5;

    /** Of 1,000 orders at least so many must be in each of these, or the comparison proves little. */
    private static final int MINIMUM = 30;

    private static final int OF = 1000;
    private static final long ON_ITS_WAY_MS = 5000;
    private static final List<String> DEMANDED = List.of("PARTIALLY_SHIPPED", "BACKORDERED", "CANCELLED", "SHIPPED");

    private final Verdict verdict;
    private final Progress progress;

    /** Adds its checks to a verdict, and tells of each order that is wrong. */
    public StatusReport(Verdict verdict, Progress progress) {
        this.verdict = verdict;
        this.progress = progress;
    }

    /**
     * Compares until nothing is wrong, or nothing has come right for {@code quiet}: on a busy machine the way takes longer, and is no
     * fault. While people work an order may be on its way, so what is wrong then counts if it is as wrong a while later.
     */
    public void judge(TableCheck tables, int orders, Duration quiet) {
        Result last = tables.compare();
        long latest = System.nanoTime() + quiet.multipliedBy(MOST_QUIETS).toNanos();
        long end = System.nanoTime() + quiet.toNanos();
        while (!isRight(last, orders) && System.nanoTime() < Math.min(end, latest)) {
            Pause.millis(LOOK_MS);
            Result next = tables.compare();
            if (!next.differences().equals(last.differences())) {
                end = System.nanoTime() + quiet.toNanos();
            }
            last = next;
        }
        if (isRight(last, orders)) {
            add(last, orders);
        } else {
            Pause.millis(ON_ITS_WAY_MS);
            add(tables.compare().asWrongAs(last), orders);
        }
    }

    private static boolean isRight(Result result, int orders) {
        return result.differences().isEmpty() && result.orders() >= orders;
    }

    /** Adds the checks of one comparison. */
    void add(Result result, int orders) {
        for (Difference wrong : result.differences()) {
            progress.plain("wrong: CRM " + wrong.crmId() + " (" + wrong.salesOrder() + ") shows '" + wrong.shown()
                    + "', the tables say " + wrong.expected() + "; " + wrong.lines());
        }
        verdict.check(
                "every CRM status is what the tables of WMS and ERP say",
                result.differences().isEmpty() && result.orders() >= orders,
                result.orders() + " orders compared, " + result.differences().size() + " wrong");
        int minimum = minimum(orders);
        for (String status : DEMANDED) {
            enough(status, result.byStatus(), minimum);
        }
        verdict.check(
                "enough orders are cancelled in part",
                result.partlyCancelled() >= minimum,
                result.partlyCancelled() + ", at least " + minimum);
        result.ways()
                .forEach((way, count) -> verdict.check(
                        "enough orders are " + way,
                        count >= rareMinimum(orders),
                        count + ", at least " + rareMinimum(orders)));
        progress.plain("          by status: " + result.byStatus());
    }

    private void enough(String status, Map<String, Integer> byStatus, int minimum) {
        int count = byStatus.getOrDefault(status, 0);
        verdict.check("enough orders are " + status, count >= minimum, count + ", at least " + minimum);
    }

    /** Of what happens to a few in a hundred only. */
    static int rareMinimum(int orders) {
        return minimum(orders) / 3;
    }

    /** Fewer orders, fewer of each; at least one. */
    static int minimum(int orders) {
        return Math.max(1, MINIMUM * orders / OF);
    }
}
