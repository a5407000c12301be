package io.crossdock.local.client.connector;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorsCommandTest {

    private static final String ALL = "GET /connectors?expand=status";
    private static final String STATUS = "GET /connectors/crm-sink/status";

    private final SampleServer connect = new SampleServer();

    @AfterEach
    void stop() {
        connect.close();
    }

    @Test
    void shouldListThoseThatHaveFailedFirstAndSayWhy() {
        // Given
        connect.says(ALL, "connectors.json");

        // When
        Typed typed = crossdock("connectors", "--connect", connect.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                connector        type    state    tasks      worker
                wms-east-source  source  RUNNING  1 FAILED   127.0.0.1:8083, 127.0.0.1:8084
                                 org.postgresql.util.PSQLException: ERROR: replication slot "crossdock" does not exist
                crm-sink         sink    PAUSED   2 PAUSED   127.0.0.1:8083
                crm-source       source  RUNNING  1 RUNNING  127.0.0.1:8083
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldFailTheCheckWhileATaskHasFailed() {
        // Given
        connect.says(ALL, "connectors.json");

        // When, Then
        assertThat(crossdock("connectors", "--check", "--connect", connect.url())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void shouldPassTheCheckWhenNoneHasFailed() {
        // Given
        connect.says(ALL, 200, "application/json", "{\"crm-sink\": {\"status\": " + status("RUNNING") + "}}");

        // When, Then
        assertThat(crossdock("connectors", "--check", "--connect", connect.url())
                        .exitCode())
                .isZero();
    }

    @Test
    void shouldPrintTheJsonOfConnect() throws Exception {
        // Given
        connect.says(ALL, "connectors.json");

        // When
        Typed typed = crossdock("connectors", "--json", "--connect", connect.url());

        // Then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(typed.out())).isEqualTo(json.readTree(SampleServer.sample("connectors.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "pause, PUT /connectors/crm-sink/pause, PAUSED",
        "resume, PUT /connectors/crm-sink/resume, RUNNING",
        "stop, PUT /connectors/crm-sink/stop, STOPPED",
        "restart, POST /connectors/crm-sink/restart?includeTasks=true, RUNNING",
    })
    void shouldTellAConnectorWhatToDoAndShowWhatBecameOfIt(String word, String question, String state) {
        // Given
        connect.says(question, 202, "application/json", "");
        connect.says(STATUS, 200, "application/json", status("UNASSIGNED"));
        connect.says(STATUS, 200, "application/json", status(state));

        // When
        Typed typed = crossdock("connectors", word, "crm-sink", "--connect", connect.url());

        // Then
        assertThat(connect.asked()).containsExactly(question, STATUS, STATUS);
        assertThat(typed.out().lines().skip(1)).singleElement().asString().contains("crm-sink", state);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldEndWithOneWhenTheConnectorFailsInstead() {
        // Given
        connect.says("PUT /connectors/crm-sink/resume", 202, "application/json", "");
        connect.says(STATUS, 200, "application/json", status("FAILED"));

        // When
        Typed typed = crossdock("connectors", "--connect", connect.url(), "resume", "crm-sink");

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("FAILED");
    }

    @Test
    void shouldShowUpToWhereAConnectorHasRead() {
        // Given
        connect.says("GET /connectors/erp-source/offsets", 200, "application/json", """
                {"offsets": [{"partition": {"server": "erp"}, "offset": {"file": "binlog.000001", "pos": 1829510, "snapshot": true}}]}
                """);

        // When
        Typed typed = crossdock("connectors", "offsets", "erp-source", "--connect", connect.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                of          offset
                server=erp  file=binlog.000001, pos=1829510, snapshot=true
                """);
    }

    @Test
    void shouldEndWithOneWhenNoConnectorIsCalledSo() {
        // Given
        connect.says(
                "PUT /connectors/crm%20sink/pause",
                404, "application/json", "{\"error_code\": 404, \"message\": \"Unknown connector crm sink\"}");

        // When
        Typed typed = crossdock("connectors", "pause", "crm sink", "--connect", connect.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualTo("crossdock: No connector is called 'crm sink' at " + connect.url()
                        + ": `./crossdock connectors` lists them.\n");
    }

    @Test
    void shouldEndWithThreeWhileConnectRebalances() {
        // Given
        connect.says(
                ALL, 409, "application/json", "{\"error_code\": 409, \"message\": \"A rebalance is in progress.\"}");

        // When
        Typed typed = crossdock("connectors", "--connect", connect.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err())
                .isEqualTo("crossdock: " + connect.url()
                        + " is not ready: A rebalance is in progress. Try again in a few s.\n");
    }

    private static String status(String state) {
        return """
                {"name": "crm-sink", "type": "sink", "connector": {"state": "%s", "worker_id": "w:8083"},
                  "tasks": [{"id": 0, "state": "%s", "worker_id": "w:8083"}]}
                """.formatted(state, state);
    }
}
