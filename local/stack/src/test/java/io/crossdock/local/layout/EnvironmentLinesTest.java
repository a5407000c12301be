package io.crossdock.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.Secrets.Name;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentLinesTest {

    @TempDir
    private Path root;

    @Test
    void shouldPrintEveryAgreedKeyWithAValue() {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();

        // When
        String text = EnvironmentLines.text(Secrets.readOrCreate(workspace));

        // Then
        assertThat(text.lines().map(line -> line.replaceAll("=.*", "")))
                .containsSubsequence(
                        "KAFKA_BOOTSTRAP",
                        "CONNECT_URL",
                        "REGISTRY_URL",
                        "WMS_EAST_JDBC",
                        "WMS_EAST_USER",
                        "WMS_EAST_PASSWORD",
                        "WMS_WEST_JDBC",
                        "WMS_WEST_USER",
                        "WMS_WEST_PASSWORD",
                        "ERP_JDBC",
                        "ERP_USER",
                        "ERP_PASSWORD",
                        "CRM_URL",
                        "CRM_CLIENT_ID",
                        "CRM_CLIENT_SECRET",
                        "APP_URL",
                        "MANAGEMENT_URL",
                        "APP_URL_2",
                        "MANAGEMENT_URL_2");
        assertThat(text.lines()).allMatch(line -> line.matches("[A-Z_2]+=\\S+"));
    }

    @Test
    void shouldKeepCredentialsOutOfJdbcUrls() {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();
        Secrets secrets = Secrets.readOrCreate(workspace);

        // When, Then
        assertThat(EnvironmentLines.of(secrets).get("WMS_EAST_JDBC"))
                .startsWith("jdbc:postgresql://127.0.0.1:")
                .doesNotContain(secrets.get(Name.WMS_EAST_PEOPLE))
                .doesNotContain("user");
        assertThat(EnvironmentLines.of(secrets).get("WMS_WEST_JDBC"))
                .startsWith("jdbc:postgresql://127.0.0.1:")
                .endsWith("/whs")
                .doesNotContain(secrets.get(Name.WMS_WEST_PEOPLE));
    }

    @Test
    void shouldKeepSecretsFromOthersAndFromOneStartToTheNext() throws Exception {
        // Given
        Workspace workspace = new Workspace(root);
        workspace.create();

        // When
        Secrets first = Secrets.readOrCreate(workspace);
        Secrets second = Secrets.readOrCreate(workspace);

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Secrets.file(workspace))))
                .isEqualTo("rw-------");
        assertThat(second.get(Name.ERP_CROSSDOCK))
                .isEqualTo(first.get(Name.ERP_CROSSDOCK))
                .hasSize(32);
        assertThat(first).hasToString("Secrets[hidden]");
    }
}
