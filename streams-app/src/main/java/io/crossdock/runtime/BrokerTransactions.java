package io.crossdock.runtime;

import static io.crossdock.runtime.Offsets.answer;

import io.crossdock.transactions.Span;
import io.crossdock.transactions.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/** What brokers and coordinators say of open transactions. Asks for nothing that who writes in transactions may not ask. */
final class BrokerTransactions implements Transactions {

    private static final Set<TransactionState> OPEN =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Admin admin;
    private final Offsets offsets;
    private final Predicate<String> ours;

    /** Of the topics whose name is {@code ours}. */
    BrokerTransactions(Admin admin, Offsets offsets, Predicate<String> ours) {
        this.admin = admin;
        this.offsets = offsets;
        this.ours = ours;
    }

    /** The committed end is asked for first, so that what is written meanwhile looks open, never closed. */
    @Override
    public Map<TopicPartition, Span> spans() {
        List<TopicPartition> partitions = offsets.partitions(
                answer(admin.listTopics().names()).stream().filter(ours).toList());
        Map<TopicPartition, Long> committed = offsets.committedEnds(partitions);
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        Map<TopicPartition, Span> spans = new HashMap<>();
        committed.forEach(
                (partition, offset) -> spans.put(partition, new Span(offset, ends.getOrDefault(partition, offset))));
        return spans;
    }

    @Override
    public Set<TopicPartition> known() {
        List<String> ids =
                answer(admin.listTransactions(new ListTransactionsOptions().filterStates(OPEN))
                                .all())
                        .stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        return answer(admin.describeTransactions(ids).all()).values().stream()
                .flatMap(transaction -> transaction.topicPartitions().stream())
                .collect(Collectors.toSet());
    }
}
