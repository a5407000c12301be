package io.crossdock.access;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** What a broker's refusal means to whoever grants. */
public final class Refusal {

    private Refusal() {}

    /** What is missing, if somewhere under a failure a broker refused {@code user} something; empty for any other failure. */
    public static Optional<String> in(Throwable failure, User user) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException refusal) {
                List<Need> needs = needs(refusal, user);
                return Optional.of("The broker refuses " + user.login() + ": " + refusal.getMessage()
                        + (needs.isEmpty()
                                ? " That is in no grant of its."
                                : " It needs " + Need.texts(needs, "; ") + "."));
            }
        }
        return Optional.empty();
    }

    private static List<Need> needs(AuthorizationException refusal, User user) {
        return switch (refusal) {
            case TopicAuthorizationException topics ->
                topics.unauthorizedTopics().stream()
                        .flatMap(topic -> Need.of(user, ResourceType.TOPIC, topic).stream())
                        .toList();
            case GroupAuthorizationException group
            when group.groupId() != null -> Need.of(user, ResourceType.GROUP, group.groupId());
            // It names no id: any that it may use will do.
            case TransactionalIdAuthorizationException ids ->
                user.grants().stream()
                        .filter(grant -> grant.type() == ResourceType.TRANSACTIONAL_ID)
                        .map(grant -> new Need(
                                ResourceType.TRANSACTIONAL_ID, grant.name() + "*", AclOperation.WRITE, grant.purpose()))
                        .toList();
            default -> List.of();
        };
    }
}
