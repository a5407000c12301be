package io.crossdock.local.prove.access;

import io.crossdock.access.Grant;
import io.crossdock.access.User;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One operation of one grant, which is taken from its user for a while.
 *
 * @param user whose
 * @param grant of which grant
 * @param operation what it may not do meanwhile
 */
record Taken(User user, Grant grant, AclOperation operation) {

    /** Each that a user has. */
    static List<Taken> all(User user) {
        return user.grants().stream()
                .flatMap(grant -> grant.operations().stream().map(operation -> new Taken(user, grant, operation)))
                .toList();
    }

    /** As the broker keeps it, for whoever has it. */
    AclBinding binding(String login) {
        return grant.bindings(login).stream()
                .filter(binding -> binding.entry().operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    /** {@code WRITE on topic orders.status}; of a prefix only the beginning of the name. */
    String text() {
        return operation + " on " + kind() + " " + grant.name();
    }

    /** What somebody says who is refused it and knows the table of grants. */
    boolean isNamedIn(String line) {
        return line.contains(text());
    }

    /** What any client of Kafka's says who is refused it: not authorized, and for what. */
    boolean isRefusedIn(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return (lower.contains("not authorized") || lower.contains("authorization failed"))
                && (line.contains(grant.name()) || grant.type() == ResourceType.TRANSACTIONAL_ID);
    }

    private String kind() {
        return grant.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Those of a user that are named so, in words of {@link #text}. */
    static List<Taken> named(User user, String... texts) {
        return Stream.of(texts)
                .map(text -> all(user).stream()
                        .filter(taken -> taken.text().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(user + " has no grant '" + text + "'")))
                .toList();
    }
}
