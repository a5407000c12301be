package io.crossdock.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What somebody has to be allowed to do with one resource of the broker.
 *
 * @param type topic, group or transactional id
 * @param name its name
 * @param operation what with it
 * @param purpose what for, in words that follow "to"
 */
public record Need(ResourceType type, String name, AclOperation operation, String purpose) {

    /** All that the user's grants say of a resource; nothing if it has no business there. */
    public static List<Need> of(User user, ResourceType type, String name) {
        List<Need> needs = new ArrayList<>();
        for (Grant grant : user.grants()) {
            if (grant.covers(type, name)) {
                grant.operations().forEach(operation -> needs.add(new Need(type, name, operation, grant.purpose())));
            }
        }
        return needs;
    }

    /** Those that are not among what may be done. */
    static List<Need> missing(Collection<Need> needs, Set<AclOperation> allowed) {
        return needs.stream()
                .filter(need -> !allowed.contains(need.operation()))
                .toList();
    }

    /** {@code WRITE on topic orders.status, to publish statuses}. */
    public String text() {
        String what = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return operation + " on " + what + " " + name + ", to " + purpose;
    }

    /** All of them, the same said once. */
    static String texts(Collection<Need> needs, String between) {
        return needs.stream().map(Need::text).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(between));
    }
}
