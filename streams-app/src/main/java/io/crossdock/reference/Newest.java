package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.ReferenceVersion;
import io.crossdock.order.fact.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What becomes of a word about a row, given the newest one so far. The order of arrival decides nothing. */
public enum Newest {
    /** It is the newest now. */
    APPLIED,
    /** Something newer is known. */
    SUPERSEDED,
    /** The same is known. */
    DUPLICATE;

    /**
     * Compares by source version. Equal versions speak of the same row; if they say something else, the mapping has been corrected,
     * and what it makes of the row now counts.
     *
     * @param known null if nothing was said of the row yet; a deletion is something
     */
    static Newest of(@Nullable ReferenceEntry known, ReferenceEntry said) {
        if (known == null) {
            return APPLIED;
        }
        int compared = version(said).compareTo(version(known));
        if (compared < 0) {
            return SUPERSEDED;
        }
        boolean same = said.getOp() == known.getOp() && said.getAttributes().equals(known.getAttributes());
        return compared == 0 && same ? DUPLICATE : APPLIED;
    }

    private static SourceVersion version(ReferenceEntry entry) {
        ReferenceVersion version = entry.getSourceVersion();
        return new SourceVersion(version.getEpoch(), version.getPosition(), version.getMinor());
    }
}
