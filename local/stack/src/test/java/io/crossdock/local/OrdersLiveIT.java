package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Generated orders on a real broker with two instances, one killed twice: what only several tasks can get wrong. */
class OrdersLiveIT {

    private static final Path HOME = Path.of("target/orders-live").toAbsolutePath();

    @Test
    void shouldTellEveryOrderOfTheWorldsThoughAnInstanceIsKilled() throws IOException, InterruptedException {
        // Given
        Workspace.delete(HOME);
        Launcher crossdock = new Launcher(HOME, FreePorts.asVariables());

        // When
        Launcher.Said proof = crossdock.run(8, "prove", "order", "--live", "--short");

        // Then
        assertThat(proof.exitCode()).as(proof.text()).isZero();
        assertThat(proof.text()).contains("every final status is what the world says", "verdict: pass");
    }
}
