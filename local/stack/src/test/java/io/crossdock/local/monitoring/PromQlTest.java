package io.crossdock.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void shouldFindWhatAnExpressionAsksFor() {
        // Given
        PromQl promQl = new PromQl("""
                histogram_quantile(0.99, sum by (le, state) (rate(lag_bucket{hop!="total", target=~"$target"}[5m])))
                  and on (state) level:lag:max > 60 or 0 * max(up{job="crossdock"} offset 5m)
                """);

        // Then
        assertThat(promQl.selectors().stream().map(Selector::text))
                .containsExactly(
                        "lag_bucket{hop!=\"total\", target=~\"$target\"}", "level:lag:max{}", "up{job=\"crossdock\"}");
        assertThat(promQl.selectors().getFirst().labels()).containsExactly("hop", "target");
        assertThat(promQl.groupedBy()).containsExactly("le", "state");
    }
}
