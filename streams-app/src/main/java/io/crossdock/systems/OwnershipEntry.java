package io.crossdock.systems;

import java.util.List;

/**
 * Who decides one quantity or milestone.
 *
 * @param connection the owner
 * @param entity the entity of the owner that counts
 * @param quantityOrMilestone public name of a quantity or a milestone
 * @param locations where it decides; empty means everywhere
 */
public record OwnershipEntry(String connection, String entity, String quantityOrMilestone, List<String> locations) {

    public OwnershipEntry {
        locations = List.copyOf(locations);
    }

    /** True if both decide the same thing somewhere. */
    boolean contends(OwnershipEntry other) {
        return quantityOrMilestone.equals(other.quantityOrMilestone)
                && (locations.isEmpty()
                        || other.locations.isEmpty()
                        || locations.stream().anyMatch(other.locations::contains));
    }
}
