package io.crossdock.local.prove.access;

import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
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
import org.apache.kafka.common.acl.AclBinding;

/** The brokers' users and grants, as their administrator changes them. */
final class Acls implements AutoCloseable {

    private static final int ITERATIONS = 4_096;
    private static final long PATIENCE_S = 30;

    private final Admin admin = Admin.create(Brokers.current().admin());

    /** Makes somebody who may do all that {@code like} may. */
    void add(String login, String password, User like) {
        ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        get(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(login, how, password)))
                .all());
        get(admin.createAcls(bindings(login, like)).all());
    }

    /** Takes all of that back. */
    void remove(String login, User like) {
        get(admin.alterUserScramCredentials(
                        List.of(new UserScramCredentialDeletion(login, ScramMechanism.SCRAM_SHA_512)))
                .all());
        get(admin.deleteAcls(
                        bindings(login, like).stream().map(AclBinding::toFilter).toList())
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

    private static List<AclBinding> bindings(String login, User like) {
        return like.grants().stream()
                .flatMap(grant -> grant.bindings(login).stream())
                .toList();
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
