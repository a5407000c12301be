package io.crossdock.access;

import static io.crossdock.access.Grant.group;
import static io.crossdock.access.Grant.groups;
import static io.crossdock.access.Grant.topic;
import static io.crossdock.access.Grant.topics;
import static io.crossdock.access.Grant.transactions;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.crossdock.topology.RegistryTopics;
import io.crossdock.topology.Topics;
import java.util.List;

/**
 * Everybody who speaks to the broker, with exactly what each needs. Nobody may make or change a topic but those that are an
 * implementation's own; whoever sets up an installation is an administrator and not in this list.
 */
public enum User {
    /** Every instance of the application. */
    APP(
            "crossdock-app",
            topics("raw.", "read what comes in", READ),
            topic(Topics.FACTS, "let mailboxes write to each other", READ, WRITE),
            topic(Topics.EVENTS, "publish events", WRITE),
            topic(Topics.STATUS, "publish statuses", WRITE),
            topic(Topics.SYNC, "publish lag", WRITE),
            topic(Topics.EXCEPTIONS, "publish exceptions", WRITE),
            topic(Topics.DEAD_LETTERS, "set bad records aside, and show them", READ, WRITE),
            topic(Topics.ARCHIVE, "archive orders", WRITE),
            topics("out.", "send to targets", WRITE),
            topic(Topics.RECEIPTS, "hear how it went at targets", READ),
            topics("reference.", "keep reference data", READ, WRITE),
            topic(Topics.HEARTBEATS, "hear from sources", READ),
            topic(Topics.KEYS, "compare with the sources' rows", READ),
            topic(Topics.ROUNDS, "compare with the sources' rows", READ, WRITE),
            topic(Topics.SIGNALS, "have rows read again", WRITE),
            topic(Topics.AUDIT, "write down who did what, and follow it", READ, WRITE),
            topics("crossdock-", "keep state", READ, WRITE, CREATE, DELETE, DESCRIBE_CONFIGS),
            group("crossdock", "share the work among instances", READ, DELETE),
            groups("crossdock-e", "share the work of later epochs", READ, DELETE),
            transactions("crossdock-", "write exactly once", WRITE)),

    /** The Connect workers, and all connectors in them. */
    CONNECT(
            "crossdock-connect",
            group("crossdock-connect", "share connectors among workers", READ),
            topics("connect.", "keep configurations, offsets and states", READ, WRITE),
            topics("raw.", "write what comes in", WRITE),
            topic(Topics.HEARTBEATS, "tell that sources are there", WRITE),
            topic(Topics.KEYS, "tell which rows there are", WRITE),
            topic(Topics.SIGNALS, "hear which rows to read again", READ),
            groups("crossdock-signals-", "hear which rows to read again", READ),
            topics("source.schema-history.", "keep the tables' shapes", READ, WRITE),
            groups("crossdock-schema-history-", "read the tables' shapes", READ),
            topics("out.", "tell targets, and tell how it went", READ, WRITE),
            groups("connect-", "share what is sent among tasks", READ)),

    /** The schema registries: each reads what all have written. */
    REGISTRY(
            "crossdock-registry",
            topic(RegistryTopics.JOURNAL, "keep schemas", READ, WRITE, DESCRIBE_CONFIGS),
            topic(RegistryTopics.SNAPSHOTS, "look for copies of all schemas", READ, DESCRIBE_CONFIGS),
            topic(RegistryTopics.EVENTS, "tell what happened to schemas", WRITE, DESCRIBE_CONFIGS),
            groups(RegistryTopics.GROUPS, "read all schemas", READ)),

    /** A downstream team: reads what is published. */
    SUBSCRIBER(
            "crossdock-subscriber",
            topic(Topics.EVENTS, "follow events", READ),
            topic(Topics.STATUS, "follow statuses", READ),
            topic(Topics.SYNC, "follow lag", READ),
            topic(Topics.EXCEPTIONS, "follow exceptions", READ),
            groups("crossdock-subscriber", "remember how far it has read", READ)),

    /** Who looks into what went wrong: reads everything, writes nothing. */
    AUDITOR(
            "crossdock-auditor",
            topics("raw.", "see what came in", READ),
            topic(Topics.FACTS, "see what mailboxes said", READ),
            topics("orders.", "see what was published", READ),
            topics("out.", "see what targets were told", READ),
            topics("source.", "see what sources said", READ),
            topics("reference.", "see reference data", READ),
            topic(Topics.AUDIT, "see who did what", READ),
            groups("crossdock-", "see how far groups have read", DESCRIBE),
            groups("crossdock-auditor", "remember how far it has read", READ));

    private final String login;
    // A copy that nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Grant> grants;

    User(String login, Grant... grants) {
        this.login = login;
        this.grants = List.of(grants);
    }

    /** Its name at the broker. */
    public String login() {
        return login;
    }

    /** What it may do. */
    public List<Grant> grants() {
        return grants;
    }
}
