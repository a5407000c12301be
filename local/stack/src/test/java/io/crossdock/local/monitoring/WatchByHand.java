package io.crossdock.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tries the queries on a stack that runs already, for whoever works on them; it only reads. Not part of the build: {@code mvn -pl
 * local/stack -am test -Dtest=WatchByHand -Dsurefire.failIfNoSpecifiedTests=false -Dcrossdock.watch=127.0.0.1:8081}.
 */
class WatchByHand {

    @Test
    void shouldAnswerEveryQueryOfRulesAndDashboards() throws IOException, InterruptedException {
        // When
        List<String> problems;
        try (Watch watch = Watch.start(System.getProperty("crossdock.watch", "127.0.0.1:8081"))) {
            problems = watch.problems();
        }

        // Then
        assertThat(problems).isEmpty();
    }
}
