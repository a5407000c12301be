package io.crossdock.local.start;

import io.crossdock.access.Grant;
import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Makes the users of the brokers, and grants each exactly what the one table says: what is not in it is taken back. */
final class AccessSetup {

    private static final long PATIENCE_SECONDS = 30;
    private static final int ITERATIONS = 4_096;

    private AccessSetup() {}

    /** How many grants there are. */
    static int make(Brokers brokers, Secrets secrets) {
        try (Admin admin = Admin.create(brokers.admin())) {
            List<UserScramCredentialAlteration> users = new ArrayList<>();
            List<AclBinding> granted = new ArrayList<>();
            for (User user : User.values()) {
                users.add(new UserScramCredentialUpsertion(
                        user.login(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        secrets.get(Name.of(user))));
                for (Grant grant : user.grants()) {
                    granted.addAll(grant.bindings(user.login()));
                }
            }
            admin.alterUserScramCredentials(users).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Collection<AclBinding> there =
                    admin.describeAcls(AclBindingFilter.ANY).values().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<AclBindingFilter> tooMuch = there.stream()
                    .filter(binding -> !granted.contains(binding))
                    .map(AclBinding::toFilter)
                    .toList();
            admin.deleteAcls(tooMuch).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            admin.createAcls(granted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return granted.size();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "Users and grants cannot be made at " + brokers.addresses() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making users and grants.", e);
        }
    }
}
