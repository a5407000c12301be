package io.crossdock.local.activity;

import io.crossdock.local.process.Pause;
import java.util.SplittableRandom;

/** The pauses between one thing and the next in the life of an order. */
final class Rhythm {
    private static final int SHORTEST_PAUSE_MS = 500;
    private static final int LONGEST_PAUSE_MS = 3_500;

    private final SplittableRandom dice;
    private final double speed;

    Rhythm(SplittableRandom dice, double speed) {
        this.dice = dice;
        this.speed = speed;
    }

    void pause() {
        long millis = dice.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        Pause.millis(Math.round(millis / speed));
    }

    boolean coin() {
        return dice.nextBoolean();
    }
}
