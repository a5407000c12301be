package io.crossdock.order.status;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import java.util.Comparator;

/**
 * A milestone in force, with the stamps that lag is measured from.
 *
 * @param subject {@code order}, {@code line:<n>} or the identifier of a document
 * @param milestone which one
 * @param reached when it was first reached
 * @param key the fact that says so
 * @param connection the connection that says so
 * @param evidence coordinates of the raw record
 */
public record MilestoneStamp(
        String subject, Milestone milestone, Reached reached, FactKey key, String connection, String evidence) {

    /** By subject, then by the public name of the milestone: the order in which they are published. */
    static final Comparator<MilestoneStamp> PUBLISHED = (one, other) -> {
        int bySubject = one.subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : one.milestone.text().compareTo(other.milestone.text());
    };

    /** By business time, then by fact: a total order that no arrival can change. */
    static final Comparator<MilestoneStamp> BY_TIME = Comparator.comparing(
                    (MilestoneStamp stamp) -> stamp.reached().occurredAt().toInstant())
            .thenComparing(MilestoneStamp::key);

    MilestoneStamp about(String otherSubject, Milestone otherMilestone) {
        return new MilestoneStamp(otherSubject, otherMilestone, reached, key, connection, evidence);
    }
}
