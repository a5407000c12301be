package io.crossdock.local.prove.access;

import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.access.Subject.Outcome;
import io.crossdock.local.prove.broker.Consumers;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AclBinding;

/** Takes each grant from its user for a while: somebody must be refused what it is for, and name it. */
public final class AccessProof {

    /** Of each kind one: what is published, what is read, what is made, who shares the work, and exactly once. */
    private static final List<Taken> FIVE = Taken.named(
            User.APP,
            "WRITE on topic orders.status",
            "READ on topic facts",
            "CREATE on topic crossdock-",
            "READ on group crossdock",
            "WRITE on transactional id crossdock-");

    private static final int SHOWN = 160;

    private final Workspace workspace;
    private final Progress progress;
    private final Verdict verdict = new Verdict();

    private AccessProof(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /**
     * All grants of some users, on the running secure stack.
     *
     * @throws StackFailure if the stack lets everybody in
     */
    public static Verdict run(Workspace workspace, Set<User> users, Progress progress) {
        if (!Brokers.current().shape().secure()) {
            throw new StackFailure(
                    "The brokers let everybody in: start the stack with `./crossdock up --secure --no-activity`.");
        }
        AccessProof proof = new AccessProof(workspace, progress);
        users.forEach(user -> proof.prove(user, Taken.all(user)));
        return proof.verdict;
    }

    /** Five of the application's, on any stack with users. */
    public static Verdict five(Workspace workspace, Progress progress) {
        AccessProof proof = new AccessProof(workspace, progress);
        proof.prove(User.APP, FIVE);
        return proof.verdict;
    }

    private void prove(User user, List<Taken> all) {
        try (Acls acls = new Acls();
                Subject subject = subject(user, acls)) {
            progress.step("access", subject.login() + " with all its grants");
            Outcome whole = subject.withAll();
            verdict.check(subject.login() + " works with all its grants", whole.right(), shortly(whole.said()));
            int done = 0;
            for (Taken taken : all) {
                progress.step(
                        "access", ++done + " of " + all.size() + ": " + subject.login() + " without " + taken.text());
                verdict.add(without(taken, subject, acls));
            }
        }
    }

    private static Check without(Taken taken, Subject subject, Acls acls) {
        AclBinding binding = taken.binding(subject.login());
        acls.take(binding);
        Outcome outcome;
        try {
            outcome = subject.without(taken);
        } finally {
            acls.give(binding);
        }
        subject.settle();
        return new Check(subject.login() + " misses " + taken.text(), outcome.right(), shortly(outcome.said()));
    }

    private Subject subject(User user, Acls acls) {
        return switch (user) {
            case APP -> new AppSubject(workspace, progress, acls, partitions());
            case CONNECT -> new WorkerSubject(workspace);
            case SUBSCRIBER, AUDITOR -> new ReaderSubject(user, topics());
        };
    }

    private static int partitions() {
        try (KafkaConsumer<String, byte[]> consumer = Consumers.open()) {
            return Consumers.partitions(consumer, "facts").size();
        }
    }

    private static Set<String> topics() {
        try (KafkaConsumer<String, byte[]> consumer = Consumers.open()) {
            return consumer.listTopics().keySet();
        }
    }

    private static String shortly(String said) {
        return said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…";
    }
}
