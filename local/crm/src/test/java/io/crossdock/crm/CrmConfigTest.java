package io.crossdock.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmConfigTest {
    @Test
    void shouldNeverPrintASecret() {
        // Given
        CrmConfig config = CrmConfig.from(Map.of("CRM_DB_PASSWORD", "hush-1", "CRM_CLIENT_SECRET", "hush-2"));

        // Then
        assertThat(config.toString()).contains("[hidden]").doesNotContain("hush");
    }

    @Test
    void shouldReadASecretFromAFile(@TempDir Path directory) throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("secret"), "hush\n");

        // When
        CrmConfig config = CrmConfig.from(Map.of("CRM_DB_PASSWORD", "x", "CRM_CLIENT_SECRET_FILE", file.toString()));

        // Then
        assertThat(config.clientSecret().matches("hush")).isTrue();
    }

    @Test
    void shouldNameEveryProblemAtOnce() {
        assertThatThrownBy(() -> CrmConfig.from(Map.of("CROSSDOCK_PORT_CRM", "http")))
                .hasMessageContaining("CROSSDOCK_PORT_CRM")
                .hasMessageContaining("CRM_DB_PASSWORD")
                .hasMessageContaining("CRM_CLIENT_SECRET");
    }
}
