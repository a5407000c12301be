package io.crossdock.local.prove;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.StackFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTest {

    @TempDir
    private Path root;

    @Test
    void shouldRefuseAStackOnWhichPeopleWork() throws Exception {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();
        Process people = new ProcessBuilder("sh", "-c", "sleep 60; : " + workspace.mark()).start();
        PidFile.of(workspace.run(), "activity", workspace.mark()).write(people.pid());

        try {
            // When, Then
            assertThatThrownBy(() -> Quiet.require(workspace))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("pid " + people.pid())
                    .hasMessageContaining("--no-activity");
        } finally {
            people.descendants().forEach(ProcessHandle::destroyForcibly);
            people.destroyForcibly();
        }
    }

    @Test
    void shouldTakeOneOnWhichNobodyWorks() {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();

        // When, Then
        assertThatCode(() -> Quiet.require(workspace)).doesNotThrowAnyException();
    }
}
