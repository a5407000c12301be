package io.crossdock.local.prove.access;

/** Somebody who may do things, and is asked to do them while one of them is not allowed. */
interface Subject extends AutoCloseable {

    /** Who it is to the brokers. */
    String login();

    /** Works with all its grants; says how, or why it did not. */
    Outcome withAll();

    /** Works without one of them; right if it was refused it and said so. */
    Outcome without(Taken taken);

    /** What is given back to it is usable again when this returns. */
    void settle();

    @Override
    void close();

    /**
     * What came of it.
     *
     * @param right whether it is what should have come of it
     * @param said in the words of who was refused, or what happened instead
     */
    record Outcome(boolean right, String said) {}
}
