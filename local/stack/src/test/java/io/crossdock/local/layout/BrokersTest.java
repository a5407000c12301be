package io.crossdock.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.access.User;
import io.crossdock.local.layout.Secrets.Name;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack's brokers are spoken to, whoever asks and whenever it was started. */
class BrokersTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace() throws Exception {
        workspace = new Workspace(folder);
        Files.createDirectories(workspace.run());
    }

    @Test
    void shouldSayNothingOfUsersWhereThereAreNone() {
        Brokers brokers = new Brokers(workspace, Secrets.readOrCreate(workspace), Shape.read(workspace));

        assertThat(brokers.security(User.APP)).isEmpty();
        assertThat(brokers.admin()).containsOnlyKeys("bootstrap.servers");
        assertThat(brokers.addresses()).isEqualTo(Port.BROKER.address());
    }

    @Test
    void shouldKnowWhatWasStarted() {
        // Given
        new Shape(3, 2, true).write(workspace);
        Secrets secrets = Secrets.readOrCreate(workspace);

        // When
        Brokers brokers = new Brokers(workspace, secrets, Shape.read(workspace));

        // Then
        assertThat(brokers.shape()).isEqualTo(new Shape(3, 2, true));
        assertThat(brokers.addresses().split(",", -1))
                .containsExactly(Port.BROKER.address(), Port.BROKER_2.address(), Port.BROKER_3.address());
        assertThat(brokers.admin()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(String.valueOf(brokers.admin().get("sasl.jaas.config")))
                .contains("\"crossdock-admin\"", secrets.get(Name.KAFKA_ADMIN));
        assertThat(brokers.security(User.CONNECT).get("sasl.jaas.config"))
                .contains("\"crossdock-connect\"", secrets.get(Name.KAFKA_CONNECT))
                .doesNotContain(secrets.get(Name.KAFKA_ADMIN));
    }
}
