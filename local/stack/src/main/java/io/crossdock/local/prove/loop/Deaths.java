package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.loop.Trouble.Kill;
import io.crossdock.local.prove.loop.Trouble.OneMore;
import io.crossdock.local.prove.loop.Trouble.Roll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * When which process ends: each of the stack is killed once, in a seeded order. Then several instances of the application are
 * replaced one after the other; one that is alone gets company for a while.
 */
final class Deaths {

    /** How long one death takes, until its component answers again and has caught up. */
    private static final int EACH_S = 25;

    private Deaths() {}

    /** How long orders should come, so that something flows during each of them. */
    static Duration length(List<Component> components) {
        return Duration.ofSeconds((long) EACH_S * (components.size() + 2));
    }

    /** All of them in the order in which they begin. */
    static List<Trouble> of(long seed, List<Component> components) {
        List<Component> shuffled = new ArrayList<>(components);
        Collections.shuffle(shuffled, new Random(seed));
        List<Trouble> troubles = new ArrayList<>();
        for (Component each : shuffled) {
            troubles.add(new Kill(each.death(), each.name(), moment(troubles.size())));
        }
        List<String> instances = components.stream()
                .filter(each -> each.death() == FaultKind.APPLICATION_KILLED)
                .map(Component::name)
                .toList();
        Duration last = moment(troubles.size());
        troubles.add(instances.size() > 1 ? new Roll(instances, last) : new OneMore(last));
        return troubles;
    }

    private static Duration moment(int number) {
        return Duration.ofSeconds((long) EACH_S * number + EACH_S / 5);
    }
}
