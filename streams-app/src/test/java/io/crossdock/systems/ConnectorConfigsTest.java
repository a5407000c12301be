package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Connect is told to run for the connections of this repository. */
class ConnectorConfigsTest {

    private static final Systems SYSTEMS = Systems.load(Path.of("..", "connectors"));
    private static final Map<String, String> ENVIRONMENT =
            Map.of("CROSSDOCK_SECRETS_FILE", "/run/secrets.properties", "CROSSDOCK_PORT_WMS_EAST", "15433");

    @Test
    void shouldRunASourceForEachConnectionAndASinkForEachLiveTarget() {
        assertThat(ConnectorConfigs.of(SYSTEMS, ENVIRONMENT))
                .extracting(ConnectorConfig::name)
                .containsExactly(
                        "crm-source",
                        "erp-source",
                        "wms-east-source",
                        "wms-west-source",
                        "crm-keys",
                        "erp-keys",
                        "wms-east-keys",
                        "wms-west-keys",
                        "crm-sink",
                        "erp-sink",
                        "notify-sink",
                        "wms-east-sink",
                        "wms-west-sink");
    }

    @Test
    void shouldTellEveryClientThatAConnectorMakesHowToSpeakToTheBrokers() {
        // When
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("CROSSDOCK_CONNECT_CLIENT_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("CROSSDOCK_CONNECT_CLIENT_SASL_JAAS_CONFIG", "${file:/run/secrets.properties:kafka.jaas}");
        Map<String, Map<String, String>> secure = ConnectorConfigs.of(SYSTEMS, environment).stream()
                .collect(Collectors.toMap(ConnectorConfig::name, ConnectorConfig::config));

        // Then: wherever a connector is told where the brokers are
        secure.forEach((name, config) -> config.keySet().stream()
                .filter(key -> key.endsWith("bootstrap.servers"))
                .forEach(key -> assertThat(config).as("%s of %s", key, name).anySatisfy((other, value) -> {
                    assertThat(other).endsWith(".security.protocol").startsWith(key.split("[.]", -1)[0]);
                    assertThat(value).isEqualTo("SASL_SSL");
                })));
        assertThat(secure.get("erp-source"))
                .containsEntry(
                        "schema.history.internal.producer.sasl.jaas.config",
                        "${file:/run/secrets.properties:kafka.jaas}")
                .containsEntry("schema.history.internal.consumer.security.protocol", "SASL_SSL")
                .containsEntry("signal.consumer.security.protocol", "SASL_SSL");
        // And nothing of it where brokers let everybody in
        assertThat(config("erp-source").keySet()).noneMatch(key -> key.contains("security") || key.endsWith("*"));
    }

    /**
     * A feed that does not wait looks at the network once in five seconds, of which a connection over TLS needs more than it may take: it
     * never stands, and the feed hears nothing and says nothing.
     */
    @Test
    void shouldLetEveryFeedWaitForSignalsAsLongAsAConnectionOverTlsNeeds() {
        // When
        List<ConnectorConfig> feeds = ConnectorConfigs.of(SYSTEMS, ENVIRONMENT).stream()
                .filter(each -> each.config().containsKey("signal.kafka.topic"))
                .toList();

        // Then
        assertThat(feeds)
                .extracting(ConnectorConfig::name)
                .containsExactly("erp-source", "wms-east-source", "wms-west-source");
        assertThat(feeds)
                .allSatisfy(each -> assertThat(each.config().get("signal.kafka.poll.timeout.ms"))
                        .asInt()
                        .isGreaterThanOrEqualTo(100));
    }

    @Test
    void shouldFillTheTemplateFromConnectionSystemAndEnvironment() {
        // When
        Map<String, String> config = config("wms-east-source");

        // Then
        assertThat(config)
                .containsEntry("slot.name", "crossdock_wms_east")
                .containsEntry("database.port", "15433")
                .containsEntry("database.password", "${file:/run/secrets.properties:wms-east.password}")
                .containsEntry(
                        "transforms.home.entities",
                        "orders=order(id),order-lines=order(order_id),shipments=shipment(id),"
                                + "shipment-lines=shipment(shipment_id),cartons=shipment(shipment_id),"
                                + "inbound-orders=confirmation(idempotency_key),"
                                + "inbound-cancels=confirmation(idempotency_key),"
                                + "locations=location(code)")
                .containsEntry("transforms.home.epoch", "1")
                .containsEntry("heartbeat.interval.ms", "2000");
        assertThat(config.get("table.include.list"))
                .startsWith("public[.]orders,public[.]order_lines,")
                .as("what heartbeats are made of comes back")
                .endsWith(",crossdock[.]crossdock_heartbeat");
    }

    @Test
    void shouldTellOfEveryEntityWhichRowsThereAreAndWhenTheyWereChanged() {
        assertThat(config("erp-keys"))
                .containsEntry("time.zone", "America/Chicago")
                .containsEntry("partitions", "4")
                .containsEntry("homes", config("erp-source").get("transforms.home.entities"));
        assertThat(config("erp-keys").get("entities"))
                .contains(
                        "{\"entity\":\"sales-order-lines\",\"table\":\"erp.sales_order_lines\","
                                + "\"key\":[\"order_no\",\"line_no\"],\"changedAt\":\"updated_at\"}",
                        "{\"entity\":\"delivery-lines\",\"table\":\"erp.delivery_lines\","
                                + "\"key\":[\"delivery_no\",\"line_no\"]}");
    }

    @Test
    void shouldLeavePersonalDataAtTheSource() {
        assertThat(config("wms-east-source").get("column.include.list"))
                .contains("public[.]shipment_lines[.](shipment_id|line_no|erp_order_no|erp_line_no|sku|unit|quantity)")
                .doesNotContain("ship_to", "instructions", "manager_phone");
        assertThat(config("wms-west-source").get("column.include.list"))
                .contains("whs[.]parcels[.](load_no|parcel_no|sscc|carrier_cd|track_no)")
                .doesNotContain("ship_to", "client_no", "items");
        assertThat(config("erp-source").get("column.include.list")).doesNotContain("shipments", "credit_limit");
    }

    @Test
    void shouldSelectTheFieldsOfTheSystemFileFromTheCrm() {
        assertThat(config("crm-source").get("entities"))
                .startsWith(
                        "[{\"entity\":\"orders\",\"object\":\"Order\",\"key\":[\"Id\"],\"select\":[\"Id\",\"OrderNumber\"")
                .contains("{\"entity\":\"order-items\",\"object\":\"OrderItem\",\"key\":[\"OrderId\",\"Id\"]");
    }

    @Test
    void shouldTellEveryPlaceholderThatNothingFills() {
        assertThatThrownBy(() -> ConnectorConfigs.of(SYSTEMS, Map.of()))
                .isInstanceOf(InvalidSystemsException.class)
                .hasMessageContaining("source.database.password: the variable CROSSDOCK_SECRETS_FILE is not set;"
                        + " expected a value for connection erp")
                .hasMessageContaining("connection wms-east");
    }

    private static Map<String, String> config(String connector) {
        List<ConnectorConfig> configs = ConnectorConfigs.of(SYSTEMS, ENVIRONMENT);
        return configs.stream()
                .filter(config -> config.name().equals(connector))
                .findFirst()
                .orElseThrow()
                .config();
    }
}
