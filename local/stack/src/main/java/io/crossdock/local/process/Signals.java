package io.crossdock.local.process;

import java.io.IOException;
import java.time.Duration;

/** Ends processes: first asks, then makes. */
public final class Signals {

    private Signals() {}

    /**
     * Sends a signal; a process that is gone already is no error.
     *
     * @param signal name without SIG, such as TERM
     */
    public static void send(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new StackFailure("The command `kill` cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks a process to end and, when it has not ended after {@code patience}, kills it.
     *
     * @return whether it ended by itself
     */
    public static boolean end(long pid, String signal, Duration patience) {
        ProcessEntry entry = new ProcessEntry(pid);
        send(pid, signal);
        if (awaitEnd(entry, patience)) {
            return true;
        }
        send(pid, "KILL");
        awaitEnd(entry, Duration.ofSeconds(5));
        return false;
    }

    private static boolean awaitEnd(ProcessEntry entry, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (entry.isAlive()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Pause.millis(20);
        }
        return true;
    }
}
