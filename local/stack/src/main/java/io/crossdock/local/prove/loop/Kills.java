package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import java.time.Duration;
import java.util.List;

/** Ends processes of the running stack by their number; their launcher starts them again. */
final class Kills {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Workspace workspace;
    private final List<Component> components;

    /** Of those that run now. */
    Kills(Workspace workspace) {
        this.workspace = workspace;
        this.components = Component.running(workspace);
    }

    /**
     * Kills a component with signal 9 and waits until another process answers in its place.
     *
     * @return both numbers, for whoever watches
     * @throws StackFailure if it does not run, does not die or does not come back
     */
    String kill(String component) {
        return end(component, "KILL");
    }

    /** The same, but asks it to end, so that it can finish what it is at. */
    String roll(String component) {
        return end(component, "TERM");
    }

    private String end(String name, String signal) {
        Component component = components.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notRunning(name));
        long before =
                component.process(workspace).orElseThrow(() -> notRunning(name)).pid();
        Signals.send(before, signal);
        boolean back = Patience.until(
                PATIENCE,
                () -> isAnother(component, before) && component.answers().getAsBoolean());
        if (!back) {
            throw new StackFailure(name + " did not come back within " + PATIENCE.toSeconds()
                    + " s after it was ended: see " + workspace.logs() + ".");
        }
        return "pid " + before + ", now "
                + component.process(workspace).map(ProcessEntry::pid).orElse(0L);
    }

    private boolean isAnother(Component component, long before) {
        return component.process(workspace).filter(now -> now.pid() != before).isPresent();
    }

    private StackFailure notRunning(String component) {
        return new StackFailure(
                component + " does not run and cannot be ended: `./crossdock up` starts it, and its log is in "
                        + workspace.logs() + ".");
    }
}
