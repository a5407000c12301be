package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the images hold is run as it lies, by somebody who is not root and may write nothing there. */
class ImagesIT {

    private static final Path HOME = Path.of("target/images").toAbsolutePath();

    @Test
    void shouldRunFromWhatTheImagesHold() throws IOException, InterruptedException {
        // Given
        Workspace.delete(HOME);
        Launcher crossdock = new Launcher(HOME, FreePorts.asVariables());

        // When
        Launcher.Said proof = crossdock.run(5, "prove", "images");

        // Then
        assertThat(proof.exitCode()).as(proof.text()).isZero();
        assertThat(proof.text()).contains("the application runs from what its image holds", "verdict: pass");
    }
}
