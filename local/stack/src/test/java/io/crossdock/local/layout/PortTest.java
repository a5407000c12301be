package io.crossdock.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.process.StackFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

    @ParameterizedTest
    @CsvSource({
        "APP, 8080",
        "MANAGEMENT, 8081",
        "CONNECT, 8083",
        "REGISTRY, 8085",
        "CRM, 8086",
        "BROKER, 9092",
        "CONTROLLER, 9093",
        "WMS_EAST, 5433",
        "WMS_WEST, 5434",
        "CRM_DB, 5435",
        "ERP, 3307"
    })
    void shouldBeTheOneOfTheContractWhenNobodyMovedIt(Port port, int number) {
        assertThat(port.number(Map.of())).isEqualTo(number);
    }

    @Test
    void shouldMoveWithItsVariable() {
        assertThat(Port.WMS_EAST.number(Map.of("CROSSDOCK_PORT_WMS_EAST", "15433")))
                .isEqualTo(15_433);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "65536", "-1"})
    void shouldNameVariableValueAndFormWhenItIsNoPort(String value) {
        assertThatThrownBy(() -> Port.ERP.number(Map.of("CROSSDOCK_PORT_ERP", value)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("CROSSDOCK_PORT_ERP is '" + value + "'")
                .hasMessageContaining("from 1 to 65535");
    }
}
