package io.crossdock.local.start;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * The brokers' users and grants, as their administrator changes them. A controller acknowledges a change before each broker knows of it,
 * and a broker learns of many grants one after the other: so each change here waits until a broker tells it.
 */
public final class BrokerUsers implements AutoCloseable {

    private static final int ITERATIONS = 4_096;
    private static final long OFTEN_MS = 50;

    private final Admin admin;
    private final String otherwise;

    /**
     * Connects to brokers.
     *
     * @param settings of one who may change users and grants
     * @param addresses as a person reads them when they do not answer
     */
    public BrokerUsers(Map<String, Object> settings, String addresses) {
        this.admin = Admin.create(settings);
        this.otherwise = "Users and grants cannot be changed at " + addresses;
    }

    /** Makes users, or gives those that are there these passwords. */
    public void add(Map<String, String> passwords) {
        ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        List<UserScramCredentialAlteration> users = passwords.entrySet().stream()
                .<UserScramCredentialAlteration>map(
                        user -> new UserScramCredentialUpsertion(user.getKey(), how, user.getValue()))
                .toList();
        get(admin.alterUserScramCredentials(users).all());
    }

    /** Takes a user away. */
    public void remove(String login) {
        get(admin.alterUserScramCredentials(
                        List.of(new UserScramCredentialDeletion(login, ScramMechanism.SCRAM_SHA_512)))
                .all());
    }

    /** The grants there are. */
    public Collection<AclBinding> grants(AclBindingFilter filter) {
        return get(admin.describeAcls(filter).values());
    }

    /** Grants these, and waits until a broker tells them all. */
    public void grant(Collection<AclBinding> grants) {
        get(admin.createAcls(grants).all());
        until(told -> told.containsAll(grants), "it does not tell all that was granted");
    }

    /** Takes these back, and waits until no broker asked tells one. */
    public void revoke(Collection<AclBinding> grants) {
        if (grants.isEmpty()) {
            return;
        }
        get(admin.deleteAcls(grants.stream().map(AclBinding::toFilter).toList()).all());
        until(told -> grants.stream().noneMatch(told::contains), "it still tells what was taken back");
    }

    private void until(Predicate<Collection<AclBinding>> isSo, String why) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BrokerAnswer.PATIENCE_S);
        while (!isSo.test(grants(AclBindingFilter.ANY))) {
            if (System.nanoTime() > end) {
                throw new StackFailure(otherwise + ": " + why + " after " + BrokerAnswer.PATIENCE_S + " s.");
            }
            Pause.millis(OFTEN_MS);
        }
    }

    private <T> T get(KafkaFuture<T> future) {
        return BrokerAnswer.of(future, otherwise);
    }

    @Override
    public void close() {
        admin.close();
    }
}
