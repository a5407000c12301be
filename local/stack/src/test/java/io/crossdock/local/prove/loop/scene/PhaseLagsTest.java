package io.crossdock.local.prove.loop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.scene.Stamps.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhaseLagsTest {

    private static final long WENT = 100_000;
    private static final long CAME = 200_000;
    private static final Map<Phase, Set<String>> ORDERS =
            Map.of(Phase.UP, Set.of("ord_1"), Phase.AWAY, Set.of("ord_2"), Phase.UP_AGAIN, Set.of("ord_3"));

    private final List<Stamp> stamps = new ArrayList<>();

    @Test
    void shouldAcceptTargetsThatDoNotNotice() {
        // Given: and the CRM, which is told when it is back
        everything(200, 390, 200);
        stamps.add(new Stamp("ord_2", "crm", "accepted", 110_000, CAME + 500));

        // When
        PhaseLags lags = new PhaseLags(ORDERS, stamps);

        // Then
        assertThat(failed(lags, 7)).isEmpty();
        assertThat(lags.lines()).hasSize(1 + 3 * 3).anyMatch(line -> line.contains("CRM away") && line.contains("390"));
    }

    @Test
    void shouldNoticeATargetThatWaitsForTheCrm() {
        // Given
        everything(200, 200, 200);
        stamps.removeIf(
                stamp -> stamp.orderId().equals("ord_2") && stamp.target().equals("erp"));
        told("ord_2", "erp", 110_000, 500);

        // When
        List<String> failed = failed(new PhaseLags(ORDERS, stamps), 7);

        // Then
        assertThat(failed).containsExactly("erp is told as quickly while the CRM is away");
    }

    @Test
    void shouldTakeSmallDifferencesForNoise() {
        // Given
        everything(20, 290, 20);

        // When
        List<String> failed = failed(new PhaseLags(ORDERS, stamps), 7);

        // Then
        assertThat(failed).isEmpty();
    }

    @Test
    void shouldNoticeWhatWasToldOnlyWhenTheCrmWasBack() {
        // Given
        everything(200, 200, 200);
        stamps.removeIf(stamp -> stamp.orderId().equals("ord_2") && stamp.what().equals("invoice-request"));
        stamps.add(new Stamp("ord_2", "erp", "invoice-request", CAME, CAME + 100));

        // When
        List<String> failed = failed(new PhaseLags(ORDERS, stamps), 7);

        // Then
        assertThat(failed).containsExactly("the others were told everything while the CRM was away");
    }

    @Test
    void shouldNoticeWhatWasNeverTold() {
        // Given
        everything(200, 200, 200);
        stamps.removeIf(stamp -> stamp.orderId().equals("ord_2") && stamp.what().equals("invoice-request"));

        // When
        PhaseLags lags = new PhaseLags(ORDERS, stamps);

        // Then
        assertThat(lags.missing(Phase.AWAY)).containsExactly("ord_2 erp invoice-request");
        assertThat(failed(lags, 7)).containsExactly("the others were told everything while the CRM was away");
    }

    @Test
    void shouldProveNothingWhenTheCrmWasNotAway() {
        // Given
        everything(200, 200, 200);

        // When
        List<String> unhurt = failed(new PhaseLags(ORDERS, stamps), 0);
        stamps.add(new Stamp("ord_2", "crm", "accepted", 110_000, 110_500));
        List<String> answered = failed(new PhaseLags(ORDERS, stamps), 7);

        // Then
        assertThat(unhurt).containsExactly("the CRM was away for the whole phase");
        assertThat(answered).containsExactly("the CRM was away for the whole phase");
    }

    private void everything(long up, long away, long upAgain) {
        PhaseLags.OTHERS.forEach(target -> {
            told("ord_1", target, 50_000, up);
            told("ord_2", target, 110_000, away);
            told("ord_3", target, 250_000, upAgain);
        });
    }

    private void told(String order, String target, long recordedAt, long lag) {
        PhaseLags.DUE.stream()
                .filter(due -> due.startsWith(target + " "))
                .map(due -> due.substring(target.length() + 1))
                .forEach(what -> stamps.add(new Stamp(order, target, what, recordedAt, recordedAt + lag)));
    }

    private static List<String> failed(PhaseLags lags, long refused) {
        return lags.checks(WENT, CAME, refused).stream()
                .filter(check -> !check.passed())
                .map(Check::what)
                .toList();
    }
}
