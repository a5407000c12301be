package io.crossdock.transactions;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What brokers and coordinators say of open transactions. Asks for nothing that who writes in transactions may not ask. */
final class BrokerTransactions implements Transactions {

    private static final Set<TransactionState> OPEN =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Admin admin;
    private final Predicate<String> ours;

    /** Of the topics whose name is {@code ours}. */
    BrokerTransactions(Admin admin, Predicate<String> ours) {
        this.admin = admin;
        this.ours = ours;
    }

    /** The committed end is asked for first, so that what is written meanwhile looks open, never closed. */
    @Override
    public Map<TopicPartition, Span> spans() throws ExecutionException, InterruptedException {
        List<String> topics =
                admin.listTopics().names().get().stream().filter(ours).toList();
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
        Map<TopicPartition, Long> committed = ends(partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Span> spans = new HashMap<>();
        committed.forEach(
                (partition, offset) -> spans.put(partition, new Span(offset, ends.getOrDefault(partition, offset))));
        return spans;
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, info -> info.getValue().offset()));
    }

    @Override
    public Set<TopicPartition> known() throws ExecutionException, InterruptedException {
        List<String> ids = admin.listTransactions(new ListTransactionsOptions().filterStates(OPEN)).all().get().stream()
                .map(TransactionListing::transactionalId)
                .toList();
        Set<TopicPartition> known = new HashSet<>();
        admin.describeTransactions(ids)
                .all()
                .get()
                .values()
                .forEach(transaction -> known.addAll(transaction.topicPartitions()));
        return known;
    }
}
