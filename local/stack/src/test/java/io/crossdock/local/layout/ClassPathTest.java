package io.crossdock.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.process.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    @TempDir
    private Path root;

    @Test
    void shouldPutTheModulesOwnJarBeforeWhatMavenResolved() throws Exception {
        // Given a built module in a directory with a space
        Path target = Files.createDirectories(root.resolve("a b/local/broker/target"));
        Path own = Files.createFile(target.resolve("crossdock-local-broker-1.2.3.jar"));
        Files.createFile(target.resolve("crossdock-local-broker-1.2.3-sources.jar"));
        Path library = Files.createFile(root.resolve("library.jar"));
        Files.writeString(target.resolve("classpath.txt"), library + "\n");

        // When
        ClassPath classPath = ClassPath.of(new Workspace(root.resolve("a b")), "local/broker");

        // Then
        assertThat(classPath.jars()).containsExactly(own, library);
        assertThat(classPath.asArgument()).isEqualTo(own + ":" + library);
    }

    @Test
    void shouldSayThatAModuleIsNotBuiltWhenAJarHasGone() throws Exception {
        // Given
        Path target = Files.createDirectories(root.resolve("local/broker/target"));
        Files.createFile(target.resolve("crossdock-local-broker-1.2.3.jar"));
        Files.writeString(
                target.resolve("classpath.txt"), root.resolve("gone.jar").toString());

        // When, Then
        assertThatThrownBy(() -> ClassPath.of(new Workspace(root), "local/broker"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("local/broker is not built")
                .hasMessageContaining("gone.jar")
                .hasMessageContaining("./crossdock build");
    }

    @Test
    void shouldReadNothingFromAnEmptyLine() {
        assertThat(ClassPath.parse("\n")).isEmpty();
    }
}
