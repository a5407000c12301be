package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.start.BrokerAnswer;
import io.crossdock.local.start.BrokerUsers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Somebody's grants, as the brokers' administrator takes them away and gives them back; and groups. */
final class Acls implements AutoCloseable {

    private static final String NO_GROUP = "Groups cannot be changed";

    private final Admin admin = Admin.create(Brokers.current().admin());
    private final BrokerUsers users =
            new BrokerUsers(Brokers.current().admin(), Brokers.current().addresses());

    /** Each operation that somebody may do with a resource. */
    List<Taken> of(String login) {
        return users.grants(all(login)).stream()
                .map(Taken::new)
                .sorted(Comparator.comparing(Taken::text))
                .toList();
    }

    /** Makes somebody who may do all that {@code like} may. */
    void add(String login, String password, String like) {
        users.add(Map.of(login, password));
        users.grant(of(like).stream().map(each -> each.of(login)).toList());
    }

    /** Takes all of that back. */
    void remove(String login) {
        users.remove(login);
        users.revoke(users.grants(all(login)));
    }

    void take(AclBinding binding) {
        users.revoke(List.of(binding));
    }

    void give(AclBinding binding) {
        users.grant(List.of(binding));
    }

    private static AclBindingFilter all(String login) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(Taken.principal(login), null, AclOperation.ANY, AclPermissionType.ALLOW));
    }

    /** Makes a group that has read the beginning of a topic, as one of an earlier time. */
    void addGroup(String group, String topic) {
        BrokerAnswer.of(
                admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                        .all(),
                NO_GROUP);
    }

    void removeGroup(String group) {
        BrokerAnswer.of(admin.deleteConsumerGroups(List.of(group)).all(), NO_GROUP);
    }

    @Override
    public void close() {
        users.close();
        admin.close();
    }
}
