package io.crossdock.local.prove.loop;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import java.time.Duration;

/** Nothing is on its way and nothing is answered a second time any more, for a while; others may be at work beside us. */
public final class Calm {

    private static final long BETWEEN_MS = 2_000;
    private static final int LOOKS = 3;

    private final Mail mail;
    private final Progress progress;

    /** Calm of this mail. */
    public Calm(Mail mail, Progress progress) {
        this.mail = mail;
        this.progress = progress;
    }

    /**
     * Waits for it, and says whether it came; what is still on its way then, the judgement finds.
     *
     * @param what is waited for, as a person would say it
     */
    public void await(String what, Duration patience) {
        progress.step("calm", what);
        long[] before = {-1};
        int[] calm = {0};
        boolean reached = Patience.until(patience, () -> {
            Pause.millis(BETWEEN_MS);
            Correspondence now = mail.read();
            calm[0] = now.unanswered() == 0 && now.toldAgain() == before[0] ? calm[0] + 1 : 0;
            before[0] = now.toldAgain();
            return calm[0] == LOOKS;
        });
        Correspondence now = mail.read();
        progress.step(
                "calm",
                (reached ? "reached: " : "not reached: ") + now.sent() + " messages, " + now.unanswered()
                        + " on their way, " + now.toldAgain() + " answered once more");
    }
}
