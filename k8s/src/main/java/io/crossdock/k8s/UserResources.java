package io.crossdock.k8s;

import io.crossdock.access.Grant;
import io.crossdock.access.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The users of the broker with what each may do, from the one table of grants. */
final class UserResources {

    private UserResources() {}

    static List<Map<String, Object>> all() {
        return Stream.of(User.values()).map(UserResources::user).toList();
    }

    private static Map<String, Object> user(User user) {
        Map<String, Object> authorization = new LinkedHashMap<>();
        authorization.put("type", "simple");
        authorization.put(
                "acls", user.grants().stream().map(UserResources::rule).toList());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("authentication", Map.of("type", "scram-sha-512"));
        spec.put("authorization", authorization);
        return Resource.strimzi("KafkaUser", user.login(), spec);
    }

    private static Map<String, Object> rule(Grant grant) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("type", type(grant.type()));
        resource.put("name", grant.name());
        resource.put("patternType", grant.pattern() == PatternType.PREFIXED ? "prefix" : "literal");
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("resource", resource);
        rule.put(
                "operations",
                grant.operations().stream().map(UserResources::operation).toList());
        return rule;
    }

    private static String type(ResourceType type) {
        return switch (type) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactionalId";
            default -> throw new IllegalArgumentException("Nobody is granted anything of a " + type);
        };
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} there. */
    private static String operation(AclOperation operation) {
        return Stream.of(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
