package io.crossdock.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.StackFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @TempDir
    private Path root;

    @Test
    void shouldRefuseASecondStackOfOneCheckoutUntilTheFirstEnds() {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();
        RunningStack first = RunningStack.take(workspace);

        // When, Then
        assertThat(RunningStack.launcher(workspace))
                .map(ProcessEntry::pid)
                .contains(ProcessHandle.current().pid());
        assertThatThrownBy(() -> RunningStack.take(workspace))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("runs already")
                .hasMessageContaining("./crossdock down");
        first.close();
        assertThat(RunningStack.launcher(workspace)).isEmpty();
        RunningStack.take(workspace).close();
    }
}
