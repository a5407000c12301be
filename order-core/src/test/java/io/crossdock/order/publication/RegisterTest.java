package io.crossdock.order.publication;

import static io.crossdock.order.publication.Seen.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Facts;
import io.crossdock.order.publication.Register.Entry;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** R150: what a root enters of what others say of its order, and what it states of that. */
class RegisterTest {

    private static final Identifier ROOT = Identifier.parse("crm:order:C-1");
    private static final Identifier ONE = Identifier.parse("crm:order:C-2");
    private static final Identifier OTHER = Identifier.parse("crm:order:C-3");
    private static final Register SHOWN = new Register(version(3), ONE, true);

    @Test
    void shouldEnterOnlyWhatIsAboveAllBeforeIt() {
        assertThat(SHOWN.enter(new Notice.Shown(OTHER, version(4)), false))
                .isEqualTo(new Entry(new Register(version(4), OTHER, true), true, false));
        assertThat(SHOWN.enter(new Notice.Shown(OTHER, version(3)), false)).isEqualTo(new Entry(SHOWN, false, true));
        assertThat(SHOWN.enter(new Notice.Ended(OTHER, version(2), null), false))
                .isEqualTo(new Entry(SHOWN, false, true));
        assertThat(Register.EMPTY.enter(new Notice.Shown(ONE, version(1)), false))
                .isEqualTo(new Entry(new Register(version(1), ONE, true), true, false));
    }

    @Test
    void shouldStateThatAnOrderHasEnded() {
        assertThat(SHOWN.enter(new Notice.Ended(OTHER, version(4), "ord_1"), false))
                .isEqualTo(new Entry(new Register(version(4), OTHER, false), true, true));
    }

    @Test
    void shouldForgetAWordOnlyForWhoeverSaidIt() {
        assertThat(SHOWN.enter(new Notice.Left(ONE), false))
                .isEqualTo(new Entry(new Register(version(3), null, true), false, true));
        assertThat(SHOWN.enter(new Notice.Left(OTHER), false)).isEqualTo(new Entry(SHOWN, false, false));
    }

    @Test
    void shouldRemoveAForgottenOrderOnceAndOnlyForWhoeverSaidIt() {
        // Given
        Register removed = new Register(version(3), ONE, false);

        // Then
        assertThat(SHOWN.enter(new Notice.Forgotten(ONE), false)).isEqualTo(new Entry(removed, true, false));
        assertThat(removed.enter(new Notice.Forgotten(ONE), false)).isEqualTo(new Entry(removed, false, false));
        assertThat(SHOWN.enter(new Notice.Forgotten(OTHER), false)).isEqualTo(new Entry(SHOWN, false, false));
    }

    @Test
    void shouldListenToNobodyWhileItSpeaksForItself() {
        assertThat(SHOWN.enter(new Notice.Shown(OTHER, version(9)), true)).isEqualTo(new Entry(SHOWN, false, false));
        assertThat(SHOWN.enter(new Notice.Left(ONE), true)).isEqualTo(new Entry(SHOWN, false, false));
    }

    @Test
    void shouldStateAWordTakenBackAfterTheWord() {
        // When
        Fact word = FormerOrders.fact(ROOT, SHOWN, "", Facts.MIDNIGHT);
        Fact takenBack = FormerOrders.fact(ROOT, new Register(version(3), null, true), "", Facts.MIDNIGHT);

        // Then
        assertThat(takenBack.key()).isEqualTo(word.key());
        assertThat(takenBack.version()).isGreaterThan(word.version());
    }

    @Test
    void shouldMissRootsWhoseStatementHasGoneAndNothingElse() {
        // Given: the statements of two roots changed, one of them is still there; so did a row of the ERP
        Fact gone = FormerOrders.fact(ONE, SHOWN, "", Facts.MIDNIGHT);
        Fact changed = FormerOrders.fact(OTHER, SHOWN, "", Facts.MIDNIGHT);
        TreeSet<FactKey> keys = new TreeSet<>(List.of(
                gone.key(),
                changed.key(),
                new FactKey("erp", "former-orders", "erp:sales-order:SO-1"),
                new FactKey("crossdock", "receipts", "erp:sales-order:SO-2")));
        Seen seen = Seen.order(ROOT, "a").former(OTHER, 3, ONE, true, true);

        // Then
        assertThat(FormerOrders.gone(keys, seen.sight().formers())).containsExactly(ONE);
    }
}
