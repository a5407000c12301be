package io.crossdock.connect.loop;

import java.time.Duration;
import java.util.List;

/**
 * What the application goes by.
 *
 * @param targets names of the targets
 * @param epoch of the versions it gives
 * @param settle how long an effect waits
 * @param grace how long a drift is left alone
 * @param flaw what is wrong with it
 */
record Rules(List<String> targets, long epoch, Duration settle, Duration grace, Flaw flaw) {

    Rules ofNextEpoch() {
        return new Rules(targets, epoch + 1, settle, grace, flaw);
    }
}
