package io.crossdock.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Whether a broker lets a user do what it will have to, asked before it begins: one missing grant would stop it later, in the middle of
 * its work. Of what does not exist yet nothing can be asked, nor of transactional ids: {@link Refusal} tells of those when they are
 * refused.
 */
public final class GrantCheck {

    private final User user;
    private final List<Need> missing = new ArrayList<>();

    private GrantCheck(User user) {
        this.user = user;
    }

    /**
     * Asks for all at once.
     *
     * @param who as the broker knows the user
     * @param topics that it will use, whether they exist or not
     * @param groups likewise
     * @throws MissingGrantsException if some of its grants are missing
     */
    public static void of(Admin admin, User user, String who, Collection<String> topics, Collection<String> groups) {
        GrantCheck check = new GrantCheck(user);
        check.ask(
                ResourceType.TOPIC,
                admin.describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues(),
                TopicDescription::authorizedOperations);
        check.ask(
                ResourceType.GROUP,
                admin.describeConsumerGroups(
                                groups, new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                        .describedGroups(),
                ConsumerGroupDescription::authorizedOperations);
        if (!check.missing.isEmpty()) {
            throw new MissingGrantsException(who, check.missing);
        }
    }

    private <D> void ask(ResourceType type, Map<String, KafkaFuture<D>> asked, Function<D, Set<AclOperation>> allowed) {
        asked.forEach((name, described) -> {
            List<Need> needs = Need.of(user, type, name);
            try {
                missing.addAll(Need.missing(needs, allowed.apply(described.get())));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    missing.addAll(needs);
                }
                // Anything else: it does not exist, or no broker answers, which who uses it waits for and tells.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while asking for grants.", e);
            }
        });
    }
}
