package io.crossdock.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestartBudgetTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldRefuseTheSixthRestartInAMinute() {
        // Given
        RestartBudget budget = new RestartBudget();
        for (int i = 0; i < RestartBudget.AT_MOST; i++) {
            assertThat(budget.take(i * SECOND)).isTrue();
        }

        // When, Then
        assertThat(budget.take(10 * SECOND)).isFalse();
    }

    @Test
    void shouldAllowAnotherOnceTheFirstIsAMinuteOld() {
        // Given
        RestartBudget budget = new RestartBudget();
        for (int i = 0; i < RestartBudget.AT_MOST; i++) {
            budget.take(i * SECOND);
        }

        // When, Then
        assertThat(budget.take(61 * SECOND)).isTrue();
        assertThat(budget.take(61 * SECOND - 1)).isFalse();
    }
}
