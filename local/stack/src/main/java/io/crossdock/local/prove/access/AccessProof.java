package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.access.Subject.Outcome;
import io.crossdock.local.prove.broker.Consumers;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AclBinding;

/** Takes each grant from its user for a while: somebody must be refused what it is for, and name it. */
public final class AccessProof {

    /** Everybody who is granted something. */
    public static final List<String> EVERYBODY = List.of(
            AppSubject.LIKE, WorkerSubject.LOGIN, RegistrySubject.LIKE, "crossdock-subscriber", "crossdock-auditor");

    /** Of each kind one: what is published, what is read, what is made, who shares the work, and exactly once. */
    private static final List<String> FIVE = List.of(
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
     * What some may do, on the running secure stack.
     *
     * @param grant part of the text of each that is taken away; empty for all
     * @throws StackFailure if the stack lets everybody in
     */
    public static Verdict run(Workspace workspace, Collection<String> logins, String grant, Progress progress) {
        if (!Brokers.current().shape().secure()) {
            throw new StackFailure(
                    "The brokers let everybody in: start the stack with `./crossdock up --secure --no-activity`.");
        }
        if (isRunning(workspace, AppInstance.SECOND.process()) || isRunning(workspace, ConnectNode.SECOND.process())) {
            throw new StackFailure(
                    "A second instance or worker would do the work of the one that is refused: start the stack"
                            + " with one of each, `./crossdock up --secure --no-activity`.");
        }
        AccessProof proof = new AccessProof(workspace, progress);
        logins.forEach(login -> proof.prove(login, taken -> taken.text().contains(grant)));
        return proof.verdict;
    }

    /** Five of the application's, on any stack with users. */
    public static Verdict five(Workspace workspace, Progress progress) {
        AccessProof proof = new AccessProof(workspace, progress);
        proof.prove(AppSubject.LIKE, taken -> FIVE.contains(taken.text()));
        return proof.verdict;
    }

    private static boolean isRunning(Workspace workspace, String component) {
        return PidFile.of(workspace.run(), component, workspace.mark())
                .running()
                .isPresent();
    }

    private void prove(String login, Predicate<Taken> chosen) {
        try (Acls acls = new Acls();
                Subject subject = subject(login, acls)) {
            List<Taken> all = acls.of(login).stream().filter(chosen).toList();
            verdict.check(login + " is granted something", !all.isEmpty(), all.size() + " operations");
            progress.step("access", subject.login() + " with all its grants");
            Outcome whole = subject.withAll();
            verdict.check(subject.login() + " works with all its grants", whole.right(), shortly(whole.said()));
            int done = 0;
            for (Taken taken : all) {
                progress.step(
                        "access", ++done + " of " + all.size() + ": " + subject.login() + " without " + taken.text());
                Check check = without(taken, subject, acls);
                progress.step(check.passed() ? "ok" : "FAIL", check.what() + ": " + check.detail());
                verdict.add(check);
            }
        }
    }

    private static Check without(Taken taken, Subject subject, Acls acls) {
        AclBinding binding = taken.of(subject.login());
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

    private Subject subject(String login, Acls acls) {
        return switch (login) {
            case AppSubject.LIKE -> new AppSubject(workspace, progress, acls, Consumers.partitions("facts"));
            case RegistrySubject.LIKE -> new RegistrySubject(workspace, progress, acls);
            case WorkerSubject.LOGIN -> new WorkerSubject(workspace);
            default -> new ReaderSubject(login, acls.of(login), topics());
        };
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
