package io.crossdock.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a database, word for word. */
class DialectTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void shouldInsertIntoPostgresUnlessTheKeyIsThere() {
        // Given // When
        String sql =
                Dialect.POSTGRESQL.insert("inbound_orders", List.of("idempotency_key", "lines"), "idempotency_key");
        // Then
        assertThat(sql)
                .isEqualTo("insert into \"inbound_orders\" (\"idempotency_key\", \"lines\") values (?, ?)"
                        + " on conflict (\"idempotency_key\") do nothing");
    }

    @Test
    void shouldInsertIntoMariaDbAndBeToldWhenTheKeyIsThere() {
        // Given // When
        String sql = Dialect.MARIADB.insert("erp.inbound_orders", List.of("idempotency_key"), "idempotency_key");
        // Then
        assertThat(sql).isEqualTo("insert into `erp`.`inbound_orders` (`idempotency_key`) values (?)");
        assertThat(Dialect.MARIADB.find("inbound_orders", "idempotency_key"))
                .isEqualTo("select 1 from `inbound_orders` where `idempotency_key` = ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "NULL",
            value = {
                "\"SO-1\" | SO-1 | SO-1",
                "12.50 | 12.50 | 12.50",
                "1e3 | 1000 | 1000",
                "true | true | 1",
                "false | false | 0",
                "null | NULL | NULL",
                "[{\"line\":1,\"quantity\":2.50}] | [{\"line\":1,\"quantity\":2.50}] | [{\"line\":1,\"quantity\":2.50}]",
                "{\"a\":null} | {\"a\":null} | {\"a\":null}"
            })
    void shouldSayAValueAsTheServerReadsIt(String json, String postgres, String mariaDb) throws Exception {
        // Given // When // Then
        assertThat(Dialect.POSTGRESQL.text(JSON.readTree(json))).isEqualTo(postgres);
        assertThat(Dialect.MARIADB.text(JSON.readTree(json))).isEqualTo(mariaDb);
    }

    @Test
    void shouldKnowADatabaseByItsAddress() {
        // Given // When // Then
        assertThat(Dialect.of("jdbc.url", "jdbc:postgresql://127.0.0.1:5433/wms"))
                .isEqualTo(Dialect.POSTGRESQL);
        assertThat(Dialect.of("jdbc.url", "jdbc:mariadb://127.0.0.1:3307/erp")).isEqualTo(Dialect.MARIADB);
        assertThatThrownBy(() -> Dialect.of("jdbc.url", "jdbc:oracle:thin:@x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://h/wms?user=a&password=s3cr3t", "jdbc:mariadb://h/erp?password=s3cr3t"})
    void shouldRefuseASecretInTheAddressWithoutRepeatingIt(String url) {
        // Given // When // Then
        assertThatThrownBy(() -> Dialect.of("jdbc.url", url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("jdbc.password")
                .hasMessageNotContaining("s3cr3t");
    }
}
