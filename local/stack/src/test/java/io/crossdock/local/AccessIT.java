package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A broker that lets nobody in who is not known: the application says which grant it misses. */
class AccessIT {

    private static final Path HOME = Path.of("target/access").toAbsolutePath();

    @Test
    void shouldNameTheGrantThatItMisses() throws IOException, InterruptedException {
        // Given
        Workspace.delete(HOME);
        Launcher crossdock = new Launcher(HOME, FreePorts.asVariables());

        // When
        Launcher.Said proof = crossdock.run(5, "prove", "access", "--five");

        // Then
        assertThat(proof.exitCode()).as(proof.text()).isZero();
        assertThat(proof.text()).contains("misses CREATE on topic crossdock-", "verdict: pass");
    }
}
