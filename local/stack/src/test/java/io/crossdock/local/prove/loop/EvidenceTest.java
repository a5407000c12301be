package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void shouldFailForAFaultThatNeverHitAnything() {
        // Given: everything but the tokens; a fault that was in force and hit nobody is none
        Evidence evidence = new Evidence();
        for (FaultKind kind : FaultKind.values()) {
            evidence.add(kind, kind == FaultKind.TOKEN_ENDED ? 0 : 3);
        }

        // When
        List<Check> failed = evidence.checks(EnumSet.allOf(FaultKind.class)).stream()
                .filter(check -> !check.passed())
                .toList();

        // Then
        assertThat(failed).containsExactly(new Check("the CRM ended access tokens", false, "not injected"));
    }

    @Test
    void shouldCountWhatHappenedInSeveralWhiles() {
        // Given
        Evidence evidence = new Evidence();
        evidence.add(FaultKind.SLOW, 3);
        evidence.add(FaultKind.SLOW, 4);

        // Then
        assertThat(evidence.checks(EnumSet.of(FaultKind.SLOW)))
                .containsExactly(new Check("the CRM was slow", true, "7 times"));
    }
}
