package io.crossdock.local.prove;

/**
 * One thing that was looked at.
 *
 * @param what the claim, as a person would say it
 * @param passed whether it holds
 * @param detail what was found; figures on success too
 */
public record Check(String what, boolean passed, String detail) {

    /** A claim that could not be looked at, which is no success. */
    public static Check notRun(String what, String why) {
        return new Check(what, false, "not run: " + why);
    }
}
