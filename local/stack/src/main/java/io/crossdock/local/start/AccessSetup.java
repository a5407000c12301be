package io.crossdock.local.start;

import io.crossdock.access.Grant;
import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Makes the users of the brokers, and grants each exactly what the one table says: what is not in it is taken back. */
final class AccessSetup {

    private AccessSetup() {}

    /**
     * How many grants there are.
     *
     * @throws StackFailure if the brokers do not make or do not tell them
     */
    static int make(Brokers brokers, Secrets secrets) {
        Map<String, String> passwords = new HashMap<>();
        List<AclBinding> granted = new ArrayList<>();
        for (User user : User.values()) {
            passwords.put(user.login(), secrets.get(Name.of(user)));
            for (Grant grant : user.grants()) {
                granted.addAll(grant.bindings(user.login()));
            }
        }
        try (BrokerUsers users = new BrokerUsers(brokers.admin(), brokers.addresses())) {
            users.add(passwords);
            users.revoke(users.grants(AclBindingFilter.ANY).stream()
                    .filter(binding -> !granted.contains(binding))
                    .toList());
            users.grant(granted);
        }
        return granted.size();
    }
}
