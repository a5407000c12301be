package io.crossdock.local.prove.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One operation on one resource, as the brokers grant it, which is taken from its user for a while.
 *
 * @param binding as the brokers keep it
 */
record Taken(AclBinding binding) {

    private static final String FROM_ANYWHERE = "*";

    /** The same for somebody else. */
    AclBinding of(String login) {
        return new AclBinding(
                binding.pattern(),
                new AccessControlEntry(principal(login), FROM_ANYWHERE, operation(), AclPermissionType.ALLOW));
    }

    /** Somebody as the brokers name them. */
    static String principal(String login) {
        return "User:" + login;
    }

    ResourceType type() {
        return binding.pattern().resourceType();
    }

    String name() {
        return binding.pattern().name();
    }

    AclOperation operation() {
        return binding.entry().operation();
    }

    boolean covers(String name) {
        return isPrefix() ? name.startsWith(name()) : name.equals(name());
    }

    boolean isPrefix() {
        return binding.pattern().patternType() == PatternType.PREFIXED;
    }

    /** {@code WRITE on topic orders.status}; of a prefix only the beginning of the name. */
    String text() {
        return operation() + " on " + type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name();
    }

    /** What somebody says who is refused it and knows what for. */
    boolean isNamedIn(String line) {
        return line.contains(text());
    }

    /** What any client of Kafka's says who is refused this: its name, unless the brokers' answer holds none. */
    boolean isRefusedIn(String line) {
        boolean isNameless = type() == ResourceType.TRANSACTIONAL_ID || operation() == AclOperation.DESCRIBE_CONFIGS;
        return isRefusal(line) && (isNameless || line.contains(name()));
    }

    /** What any client of Kafka's says who is refused something: not authorized, and for what. */
    static boolean isRefusal(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("not authorized") || lower.contains("authorization failed");
    }
}
