package io.crossdock.systems;

import java.util.List;

/**
 * Who decides one quantity or milestone.
 *
 * @param connection the owner
 * @param entity the entity of the owner that counts
 * @param quantityOrMilestone public name of a quantity or a milestone
 * @param locations where it decides; empty means everywhere
 * @param companies for which companies it decides; empty means for all
 */
public record OwnershipEntry(
        String connection, String entity, String quantityOrMilestone, List<String> locations, List<String> companies) {

    public OwnershipEntry {
        locations = List.copyOf(locations);
        companies = List.copyOf(companies);
    }

    /** True if both decide the same thing in some place for some company. */
    boolean contends(OwnershipEntry other) {
        return quantityOrMilestone.equals(other.quantityOrMilestone)
                && meet(locations, other.locations)
                && meet(companies, other.companies);
    }

    private static boolean meet(List<String> ours, List<String> theirs) {
        return ours.isEmpty() || theirs.isEmpty() || ours.stream().anyMatch(theirs::contains);
    }
}
