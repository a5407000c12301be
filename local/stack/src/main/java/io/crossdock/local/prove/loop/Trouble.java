package io.crossdock.local.prove.loop;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Something that is made to go wrong at a moment of the run. */
sealed interface Trouble {

    /** What kind of fault it is. */
    FaultKind kind();

    /** When, counted from the run's begin. */
    Duration at();

    /**
     * The CRM misbehaves for a while.
     *
     * @param name what the CRM calls the fault
     * @param until when it ends, counted from the run's begin
     * @param terms what the CRM is asked to do, as its {@code /control/faults} takes it
     */
    record AtCrm(FaultKind kind, String name, Duration at, Duration until, Map<String, Object> terms)
            implements Trouble {}

    /** A process is killed without warning. */
    record Kill(FaultKind kind, String component, Duration at) implements Trouble {}

    /** These processes are asked to end, one after the other, each when the one before has come back. */
    record Roll(List<String> components, Duration at) implements Trouble {
        @Override
        public FaultKind kind() {
            return FaultKind.ROLLED;
        }
    }

    /** A second instance of the application comes for a while. */
    record OneMore(Duration at) implements Trouble {
        @Override
        public FaultKind kind() {
            return FaultKind.SCALED;
        }
    }

    /**
     * The sinks forget how far they were.
     *
     * @param messages how many of each partition they have to deliver again
     */
    record TellAgain(Duration at, int messages) implements Trouble {
        @Override
        public FaultKind kind() {
            return FaultKind.TOLD_AGAIN;
        }
    }
}
