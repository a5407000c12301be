package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** The brokers' users and grants, as their administrator changes them. */
final class Acls implements AutoCloseable {

    private static final int ITERATIONS = 4_096;
    private static final long PATIENCE_S = 30;

    private final Admin admin = Admin.create(Brokers.current().admin());

    /** Each operation that somebody may do with a resource. */
    List<Taken> of(String login) {
        AclBindingFilter all = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(Taken.principal(login), null, AclOperation.ANY, AclPermissionType.ALLOW));
        return get(admin.describeAcls(all).values()).stream()
                .map(Taken::new)
                .sorted(Comparator.comparing(Taken::text))
                .toList();
    }

    /** Makes somebody who may do all that {@code like} may. */
    void add(String login, String password, String like) {
        ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        get(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(login, how, password)))
                .all());
        get(admin.createAcls(of(like).stream().map(each -> each.of(login)).toList())
                .all());
    }

    /** Takes all of that back. */
    void remove(String login) {
        get(admin.alterUserScramCredentials(
                        List.of(new UserScramCredentialDeletion(login, ScramMechanism.SCRAM_SHA_512)))
                .all());
        get(admin.deleteAcls(of(login).stream()
                        .map(each -> each.binding().toFilter())
                        .toList())
                .all());
    }

    void take(AclBinding binding) {
        get(admin.deleteAcls(List.of(binding.toFilter())).all());
    }

    void give(AclBinding binding) {
        get(admin.createAcls(List.of(binding)).all());
    }

    /** Makes a group that has read the beginning of a topic, as one of an earlier time. */
    void addGroup(String group, String topic) {
        get(admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                .all());
    }

    void removeGroup(String group) {
        get(admin.deleteConsumerGroups(List.of(group)).all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("Grants cannot be changed: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while changing grants.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
