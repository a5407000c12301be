package io.crossdock.local.prove.loop.scene;

/** A part of a run in which the CRM is up or away, in the order in which they are played. */
enum Phase {
    UP("CRM up", false),
    AWAY("CRM away", true),
    UP_AGAIN("CRM up again", false);

    private final String text;
    private final boolean away;

    Phase(String text, boolean away) {
        this.text = text;
        this.away = away;
    }

    /** As a person would say it. */
    String text() {
        return text;
    }

    /** Whether the CRM answers nobody meanwhile. */
    boolean isAway() {
        return away;
    }
}
