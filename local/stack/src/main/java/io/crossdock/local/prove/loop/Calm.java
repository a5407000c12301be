package io.crossdock.local.prove.loop;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import java.time.Duration;

/**
 * When everything has been said: nothing is on its way, and nothing is answered a second time any more. Others may be at work beside
 * us, so it is looked at several times instead of waiting for silence.
 */
public final class Calm {

    private static final long BETWEEN_LOOKS_MS = 2_000;
    private static final int LOOKS = 3;

    private final Mail mail;
    private final Progress progress;
    private long answeredAgain;
    private int calm;

    /** Looks at that mail. */
    public Calm(Mail mail, Progress progress) {
        this.mail = mail;
        this.progress = progress;
    }

    /**
     * Waits for it for as long as patience lasts; whether it came is for the checks to find.
     *
     * @param what is waited for, as a person would say it
     */
    public void await(String what, Duration patience) {
        progress.step("calm", what);
        answeredAgain = -1;
        calm = 0;
        boolean reached = Patience.until(patience, this::isCalm);
        Correspondence now = mail.read();
        progress.step(
                "calm",
                (reached ? "reached: " : "not reached: ") + now.sent() + " messages, " + now.unanswered()
                        + " on their way, " + now.toldAgain() + " answered once more");
    }

    private boolean isCalm() {
        Pause.millis(BETWEEN_LOOKS_MS);
        Correspondence now = mail.read();
        calm = now.unanswered() == 0 && now.toldAgain() == answeredAgain ? calm + 1 : 0;
        answeredAgain = now.toldAgain();
        return calm == LOOKS;
    }
}
