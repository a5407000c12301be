package io.crossdock.order.link;

import java.util.Set;
import net.bytebuddy.asm.Advice;

/** Rules of links that are wrong on purpose; what a method answers is replaced. */
@SuppressWarnings("UnusedVariable") // The answers are read by the method that the advice is put into.
public final class BrokenLinkRules {

    private BrokenLinkRules() {}

    /** Between rivals the first is guessed. */
    public static final class RivalIsGuessed {

        private RivalIsGuessed() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Contest contest) {
            if (!contest.rivals().isEmpty()) {
                contest = new Contest(Set.of(contest.rivals().iterator().next()), Set.of());
            }
        }
    }
}
