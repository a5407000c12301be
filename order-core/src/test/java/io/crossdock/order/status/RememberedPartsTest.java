package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.OUT_FOR_DELIVERY;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change does not touch is the very same object afterwards, so that it costs nothing; what it touches is not. */
class RememberedPartsTest {

    private static final Identifier FIRST = OrderStory.shipment("S-1");
    private static final Identifier SECOND = OrderStory.shipment("S-2");

    private final Recollection recollection = new Recollection();
    private final OrderStory story = OrderStory.anOrder("C-5")
            .withLine("1", "A-100", "10")
            .withLine("2", "B-200", "10")
            .acceptedInErpAs("SO-1")
            .shipment("S-1", SHIPPED)
            .holdingInCarton("S-1", "1", "1", "10", "1")
            .packedInto("S-1", "1", "1Z-A")
            .shipment("S-2", SHIPPED)
            .holdingInCarton("S-2", "1", "2", "10", "1")
            .packedInto("S-2", "1", "1Z-B");

    private Worked before = project();

    private Worked project() {
        var unused = Spine.withCarrier().project(story.crm, story.facts(), recollection);
        return Objects.requireNonNull(recollection.last());
    }

    @BeforeEach
    void projectTwice() {
        before = project();
    }

    private static LineFact row(Worked worked, Identifier home) {
        return worked.order().lines().stream()
                .filter(row -> row.home().equals(home))
                .findFirst()
                .orElseThrow();
    }

    private void assertThatOnlyTheSecondIsNew(Worked after) {
        assertThat(after.lines().get("1")).isSameAs(before.lines().get("1"));
        assertThat(after.lines().get("2")).isNotSameAs(before.lines().get("2"));
        assertThat(after.documents().get(FIRST)).isSameAs(before.documents().get(FIRST));
        assertThat(after.documents().get(SECOND)).isNotSameAs(before.documents().get(SECOND));
        assertThat(after.packages().whole(FIRST)).isSameAs(before.packages().whole(FIRST));
        assertThat(row(after, FIRST)).isSameAs(row(before, FIRST));
    }

    @Test
    void shouldBeAllTheSameWhenNothingChanged() {
        Worked after = project();

        assertThat(after.lines().get("1")).isSameAs(before.lines().get("1"));
        assertThat(after.lines().get("2")).isSameAs(before.lines().get("2"));
        assertThat(after.documents().get(SECOND)).isSameAs(before.documents().get(SECOND));
        assertThat(after.packages().whole(SECOND)).isSameAs(before.packages().whole(SECOND));
        assertThat(after.order().lines())
                .zipSatisfy(
                        before.order().lines(), (row, same) -> assertThat(row).isSameAs(same));
    }

    @Test
    void shouldWorkOutOneLineWhenItsUnitsChange() {
        story.holdingInCarton("S-2", "1", "2", "9", "1");

        Worked after = project();

        assertThatOnlyTheSecondIsNew(after);
        assertThat(after.packages().whole(SECOND)).isSameAs(before.packages().whole(SECOND));
        assertThat(row(after, SECOND)).isNotSameAs(row(before, SECOND));
    }

    @Test
    void shouldWorkOutOneShipmentWhenItsHeaderChanges() {
        story.shipment("S-2", SHIPPED);

        assertThatOnlyTheSecondIsNew(project());
    }

    @Test
    void shouldWorkOutOneShipmentWhenItIsPackedAnew() {
        story.packedInto("S-2", "1", "1Z-C");

        assertThatOnlyTheSecondIsNew(project());
    }

    @Test
    void shouldLookAtEveryPackageWhenSomethingIsScanned() {
        story.scanned("1Z-B", OUT_FOR_DELIVERY);

        Worked after = project();

        assertThat(after.packages().whole(SECOND))
                .isNotEqualTo(before.packages().whole(SECOND));
        assertThat(after.packages().whole(FIRST)).isEqualTo(before.packages().whole(FIRST));
    }

    @Test
    void shouldRememberNothingOfAnOrderThatIsCancelled() {
        story.capturedAs(OrderHeader.State.CANCELLED);

        Worked after = project();

        assertThat(List.of("1", "2"))
                .allSatisfy(line -> assertThat(after.lines().get(line))
                        .isNotSameAs(before.lines().get(line)));
    }
}
