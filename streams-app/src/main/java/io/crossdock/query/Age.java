package io.crossdock.query;

/** How current an answer is. */
public enum Age {
    /** Found and read where it is worked on. */
    CURRENT,
    /** Read where it is worked on, but found by way of a copy: something newer may lead elsewhere. */
    FOUND_BY_COPY,
    /** Read from a copy, which may be some records behind. */
    COPY;

    /** True if something newer may be known. */
    public boolean isStale() {
        return this != CURRENT;
    }
}
