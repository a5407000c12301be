package io.crossdock.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one user may do with one resource of the broker, or with all whose names begin alike. Everything that is not granted is refused.
 *
 * @param type topic, group or transactional id
 * @param name its name, or how it begins
 * @param pattern literal or prefixed
 * @param operations at least one; Read, Write and Delete include Describe
 * @param purpose what for, in words that follow "to"
 */
public record Grant(ResourceType type, String name, PatternType pattern, Set<AclOperation> operations, String purpose) {

    private static final String FROM_ANYWHERE = "*";

    public Grant {
        operations = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(operations));
    }

    static Grant topic(String name, String purpose, AclOperation... operations) {
        return new Grant(ResourceType.TOPIC, name, PatternType.LITERAL, Set.of(operations), purpose);
    }

    static Grant topics(String prefix, String purpose, AclOperation... operations) {
        return new Grant(ResourceType.TOPIC, prefix, PatternType.PREFIXED, Set.of(operations), purpose);
    }

    static Grant group(String name, String purpose, AclOperation... operations) {
        return new Grant(ResourceType.GROUP, name, PatternType.LITERAL, Set.of(operations), purpose);
    }

    static Grant groups(String prefix, String purpose, AclOperation... operations) {
        return new Grant(ResourceType.GROUP, prefix, PatternType.PREFIXED, Set.of(operations), purpose);
    }

    static Grant transactions(String prefix, String purpose, AclOperation... operations) {
        return new Grant(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, Set.of(operations), purpose);
    }

    /** True if it is about the resource, whatever may be done with it. */
    public boolean covers(ResourceType asked, String resource) {
        return type == asked && (pattern == PatternType.LITERAL ? resource.equals(name) : resource.startsWith(name));
    }

    /** As the broker keeps it: one binding for each operation. */
    public List<AclBinding> bindings(String user) {
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry("User:" + user, FROM_ANYWHERE, operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
