package io.crossdock.local.prove.loop;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.loop.Trouble.AtCrm;
import io.crossdock.local.prove.loop.Trouble.Kill;
import io.crossdock.local.prove.loop.Trouble.OneMore;
import io.crossdock.local.prove.loop.Trouble.Roll;
import io.crossdock.local.prove.loop.Trouble.TellAgain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Makes go wrong what the schedule says, one thing after the other; whatever was killed has come back before the next. */
final class Troublemaker implements Runnable {

    private static final long LOOK_EVERY_MS = 100;

    private final List<Trouble> schedule;
    private final CrmFaults crm;
    private final Kills kills;
    private final Scaling scaling;
    private final Sinks sinks;
    private final Evidence evidence;
    private final Progress progress;
    private final List<InForce> inForce = new ArrayList<>();
    private final long began = System.nanoTime();

    /** A fault and when it ends: what began late, because something else took its time, lasts as long as it should. */
    private record InForce(AtCrm fault, Duration until) {}

    Troublemaker(
            List<Trouble> schedule,
            CrmFaults crm,
            Kills kills,
            Scaling scaling,
            Sinks sinks,
            Evidence evidence,
            Progress progress) {
        this.schedule = schedule;
        this.crm = crm;
        this.kills = kills;
        this.scaling = scaling;
        this.sinks = sinks;
        this.evidence = evidence;
        this.progress = progress;
    }

    /** Returns when the last fault is over, and nothing is wrong any more. */
    @Override
    public void run() {
        for (Trouble trouble : schedule) {
            awaitEnding(trouble.at());
            begin(trouble);
        }
        while (!inForce.isEmpty()) {
            awaitEnding(inForce.stream()
                    .map(InForce::until)
                    .min(Comparator.naturalOrder())
                    .orElse(Duration.ZERO));
        }
    }

    /** Delivers again what every sink has delivered last; messages that nobody should notice. */
    void tellAgain(int messages) {
        long again = 0;
        for (String sink : sinks.names()) {
            again += sinks.rewind(sink, messages);
        }
        progress.step("again", "the sinks deliver up to " + again + " messages once more");
    }

    private void begin(Trouble trouble) {
        switch (trouble) {
            case AtCrm fault -> {
                Duration lasts = fault.until().minus(fault.at());
                crm.begin(fault.name(), fault.terms());
                inForce.add(new InForce(fault, now().plus(lasts)));
                if (fault.kind() == FaultKind.AWAY) {
                    progress.step("away", "the CRM drops every connection for " + lasts.toSeconds() + " s");
                }
            }
            case Kill kill -> {
                progress.step("kill -9", kill.component());
                progress.step("kill -9", kill.component() + " is back: " + kills.kill(kill.component()));
                evidence.add(kill.kind(), 1);
            }
            case Roll roll -> {
                for (String component : roll.components()) {
                    progress.step("roll", component);
                    progress.step("roll", component + " is back: " + kills.roll(component));
                }
                evidence.add(roll.kind(), 1);
            }
            case OneMore more -> {
                progress.step("scale", "a second instance comes");
                int taken = scaling.outAndIn();
                progress.step("scale", "it had " + taken + " partitions and has left");
                evidence.add(more.kind(), 1);
            }
            case TellAgain again -> tellAgain(again.messages());
        }
    }

    /** Waits for a moment, and ends meanwhile what is over. */
    private void awaitEnding(Duration moment) {
        while (true) {
            Duration now = now();
            for (Iterator<InForce> all = inForce.iterator(); all.hasNext(); ) {
                InForce each = all.next();
                if (each.until().compareTo(now) <= 0) {
                    evidence.add(each.fault().kind(), crm.end(each.fault().name()));
                    all.remove();
                }
            }
            if (now.compareTo(moment) >= 0) {
                return;
            }
            Pause.millis(LOOK_EVERY_MS);
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
