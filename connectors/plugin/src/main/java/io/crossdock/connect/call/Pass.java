package io.crossdock.connect.call;

/** A call that may start, and further ones that belong to it, such as for a token. For one thread; closing it ends the call. */
public final class Pass implements AutoCloseable {

    private final Gate gate;
    private final Lane lane;
    private boolean called;
    private boolean closed;
    private Ending ending = Ending.UNKNOWN;

    Pass(Gate gate, Lane lane) {
        this.gate = gate;
        this.lane = lane;
    }

    /** Says that a call starts now: the first may at once, each further one waits until there is room for it too. */
    public void call() throws InterruptedException {
        if (called) {
            gate.ended(ending);
            ending = Ending.UNKNOWN;
            gate.again(lane);
        }
        called = true;
    }

    /** Says how the last call ended. */
    public void end(Ending how) {
        ending = how;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            gate.leave(called ? hurdle -> hurdle.ended(ending) : Hurdle::notMade);
        }
    }
}
