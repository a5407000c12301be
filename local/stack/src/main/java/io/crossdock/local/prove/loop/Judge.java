package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.StatusReport;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.tables.TableCheck;
import java.time.Duration;
import java.util.Set;

/** Looks into every system: each shows what is true, was told it once, and never anything older after something newer. */
final class Judge {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Verdict verdict;
    private final Secrets secrets;
    private final Progress progress;

    /** Adds its checks to a verdict. */
    Judge(Verdict verdict, Secrets secrets, Progress progress) {
        this.verdict = verdict;
        this.secrets = secrets;
        this.progress = progress;
    }

    /** Judges what those sales orders, whose lives are over, should have led to. */
    void judge(Set<String> salesOrders, TableCheck tables, CrmRecords crm, Inbound inbound) {
        new StatusReport(verdict, progress).judge(tables, salesOrders.size(), QUIET);
        verdict.add(NeverOlder.check(crm.writes()));
        verdict.addAll(new Effects(
                        tables.happened(salesOrders),
                        SalesBook.read(secrets, salesOrders).entries())
                .check(crm, inbound));
        verdict.add(Unsynced.await(QUIET));
    }
}
