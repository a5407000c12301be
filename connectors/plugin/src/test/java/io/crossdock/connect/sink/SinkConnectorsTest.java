package io.crossdock.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.sink.table.TableSinkConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sink refuses at its start, and what its tasks are given. */
class SinkConnectorsTest {

    private static final Map<String, String> REPORTS =
            Map.of("receipts.bootstrap.servers", "127.0.0.1:1", "receipts.registry.url", "http://127.0.0.1:1");
    private static final Map<String, String> REST = Map.of(
            "connection", "crm", "base.url", "http://127.0.0.1:1", "oauth.client.id", "a", "oauth.client.secret", "b");
    private static final Map<String, String> TABLE = Map.of(
            "connection", "erp",
            "jdbc.url", "jdbc:mariadb://127.0.0.1:3307/erp",
            "jdbc.user", "crossdock",
            "jdbc.password", "s3cr3t-value",
            "tables", "inbound_confirmations, erp.inbound_invoice_requests");

    @Test
    void shouldBeFoundByTheWorker() {
        // Given // When // Then
        assertThat(ServiceLoader.load(SinkConnector.class))
                .hasAtLeastOneElementOfType(RestSinkConnector.class)
                .hasAtLeastOneElementOfType(TableSinkConnector.class);
    }

    @Test
    void shouldShareWhatWasBoughtAmongItsTasks() {
        // Given
        RestSinkConnector connector = new RestSinkConnector();
        connector.start(with(REST, "calls.per.minute", "100", "calls.per.day", "1001"));
        // When
        List<Map<String, String>> tasks = connector.taskConfigs(4);
        // Then
        assertThat(tasks)
                .hasSize(4)
                .allSatisfy(task -> assertThat(task)
                        .containsEntry("calls.per.minute", "25")
                        .containsEntry("calls.per.day", "250")
                        .containsEntry("calls.shared.by", "4")
                        .containsEntry("oauth.client.secret", "b"));
        assertThatThrownBy(() -> connector.taskConfigs(101))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tasks.max");
    }

    @ParameterizedTest
    @CsvSource({
        "oauth.client.id, '', auth=none",
        "oauth.client.secret, '', auth=none",
        "fence, off, proof.switches=allowed",
        "batch.records, 201, batch.records",
        "calls.reserve, 100, calls.reserve",
        "shape, soap, shape"
    })
    void shouldRefuseToTellAnApiWhatCannotWork(String option, String value, String says) {
        // Given
        RestSinkConnector connector = new RestSinkConnector();
        // When // Then
        assertThatThrownBy(() -> connector.start(with(REST, option, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(says);
    }

    @Test
    void shouldRefuseBatchesWhereTheShapeKnowsNone() {
        // Given
        RestSinkConnector connector = new RestSinkConnector();
        // When // Then
        assertThatThrownBy(() -> connector.start(with(REST, "shape", "plain", "batch.records", "2")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("shape=plain");
    }

    @Test
    void shouldTakeADatabaseAsItIs() {
        // Given
        TableSinkConnector connector = new TableSinkConnector();
        // When
        connector.start(with(TABLE));
        // Then
        assertThat(connector.taskConfigs(2))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task).containsEntry("jdbc.user", "crossdock"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc.url, jdbc:oracle:thin:@x, jdbc:postgresql",
        "jdbc.url, jdbc:mariadb://h/erp?user=a, jdbc.user",
        "tables, 'orders; drop table x', tables",
        "tables, a.b.c, tables",
        "key.column, Key, key.column"
    })
    void shouldRefuseADatabaseThatCannotWork(String option, String value, String says) {
        // Given
        TableSinkConnector connector = new TableSinkConnector();
        // When // Then
        assertThatThrownBy(() -> connector.start(with(TABLE, option, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("s3cr3t-value");
    }

    private static Map<String, String> with(Map<String, String> way, String... more) {
        Map<String, String> options = new HashMap<>(REPORTS);
        options.putAll(way);
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return options;
    }
}
