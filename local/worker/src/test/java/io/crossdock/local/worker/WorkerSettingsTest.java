package io.crossdock.local.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    private final WorkerSettings settings = new WorkerSettings(
            "127.0.0.1:19092", 18_083, List.of("/plugins of/debezium", "/plugins of/ours"), Map.of());

    @Test
    void shouldBeSettingsThatTheWorkerAccepts() {
        // Given, When
        DistributedConfig config = new DistributedConfig(settings.asMap());

        // Then
        assertThat(config.getString(DistributedConfig.GROUP_ID_CONFIG)).isEqualTo("crossdock-connect");
        assertThat(config.getList("plugin.path")).containsExactly("/plugins of/debezium", "/plugins of/ours");
    }

    @Test
    void shouldListenOnLoopbackOnly() {
        assertThat(settings.asMap()).containsEntry("listeners", "http://127.0.0.1:18083");
    }

    @Test
    void shouldResolveSecretsByReference() {
        assertThat(settings.asMap()).containsEntry("config.providers", "file,env");
    }
}
