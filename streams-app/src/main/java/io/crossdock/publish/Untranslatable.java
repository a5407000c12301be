package io.crossdock.publish;

/** An order cannot be said in a target's vocabulary: a file of its system is wrong for it. Concerns that order and target alone. */
public final class Untranslatable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code message} says which file, why, and what to do. */
    public Untranslatable(String message, Throwable cause) {
        super(message, cause);
    }
}
