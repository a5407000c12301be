package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How work gets from one desk to the next: carried by hand at once, or when the next desk has been told in its own tables. */
public interface HandOver extends AutoCloseable {

    /** Which of the two; the names are those of the option {@code --hand-over}. */
    enum Way {
        BY_HAND,
        TOLD;

        /** {@code by-hand} or {@code told}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the text; empty if it is neither. */
        public static Optional<Way> of(String text) {
            return Arrays.stream(values())
                    .filter(way -> way.text().equals(text))
                    .findFirst();
        }
    }

    /**
     * That way, at the given desks.
     *
     * @param patience how long a desk waits until it is told
     */
    static HandOver at(Desks desks, Way way, Duration patience) {
        return switch (way) {
            case BY_HAND -> new ByHand();
            case TOLD -> new Told(desks, patience);
        };
    }

    /** What the warehouse is to take over of an accepted order, once it knows. */
    Request order(Site site, String salesOrder, Plan plan);

    /** Returns once the warehouse knows which units of those lines are cancelled. */
    void cancelled(Site site, String salesOrder, List<Line> lines);

    /** Returns once the ERP knows that these units of the order have left on that shipment. */
    void confirmed(String salesOrder, String shipment, List<Portion> portions);

    /** Returns once the ERP has been asked to invoice them. */
    void invoiceWanted(String salesOrder, String shipment, List<Portion> portions);

    @Override
    void close();
}
