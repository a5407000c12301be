package io.crossdock.connect.loop;

import io.crossdock.order.outbox.OutboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must be true of a world in which nothing is left to do. */
final class End {

    private End() {}

    /**
     * Looks at the end.
     *
     * @throws Violation if something is missing, wrong or too much
     */
    static void check(World world) {
        Content last = world.scene().contents().getLast();
        world.targets().forEach((name, target) -> {
            Cell.Entry entry = world.speaker().entry(name);
            holds(target, name, last, entry);
            known(entry.state(), name);
            did(target, name, last);
            hold(entry.waiting().isEmpty(), name + " is still to be asked for " + entry.waiting());
        });
        bound(world);
    }

    private static void holds(TargetSystem target, String name, Content last, Cell.Entry entry) {
        TargetSystem.Held held = target.held();
        hold(
                held != null && held.contentHash().equals(last.hash()),
                name + " holds " + held + " in the end, not " + last.hash() + "; what is known: " + entry);
    }

    private static void known(OutboxState state, String name) {
        hold(state.parked() == null, name + " is parked: " + state);
        hold(state.settled(), name + " is not known to hold what it should: " + state);
    }

    private static void did(TargetSystem target, String name, Content last) {
        List<String> wanted = new ArrayList<>();
        for (int effect = 1; effect <= last.effects(); effect++) {
            wanted.add("effect-" + effect);
        }
        hold(target.effects().equals(wanted), name + " did " + target.effects() + ", not " + wanted);
    }

    /** Each change, hand-over and fault may lead to a message or two; more is a loop. */
    private static void bound(World world) {
        Scene scene = world.scene();
        int causes = scene.contents().size()
                + scene.contents().getLast().effects()
                + scene.links().size()
                + scene.faults();
        for (Map.Entry<String, SinkSide> sink : world.sinks().entrySet()) {
            long messages = sink.getValue().messages();
            hold(
                    messages <= 4L * causes,
                    sink.getKey() + " was sent " + messages + " messages for " + causes + " causes");
        }
    }

    private static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw new Violation(otherwise);
        }
    }
}
