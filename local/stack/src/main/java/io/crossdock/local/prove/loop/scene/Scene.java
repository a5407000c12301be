package io.crossdock.local.prove.loop.scene;

/** One promise, played on the running stack. */
interface Scene {

    /** Plays it, and adds what was found to the stage's verdict. What it changes, the stage puts back. */
    void play(Stage stage);
}
