package io.crossdock.crm.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.ObjectCatalog;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTranslatorTest {
    private static final ObjectCatalog CATALOG = ObjectCatalog.load();

    private static SqlQuery sql(String soql) {
        return SqlTranslator.translate(SoqlParser.parse(soql), CATALOG);
    }

    @Test
    void shouldKeepEveryValueOutOfTheText() {
        // When
        SqlQuery sql =
                sql("SELECT Id FROM OrderItem WHERE Quantity >= 2.5 AND ProductCode__c LIKE 'A%' ORDER BY Quantity");

        // Then
        assertThat(sql.tail())
                .isEqualTo(
                        " where type = 'OrderItem' and ((fields->>'Quantity')::numeric >= ?"
                                + " and (fields->>'ProductCode__c') ilike ?) order by (fields->>'Quantity')::numeric nulls first, id");
        assertThat(sql.parameters()).containsExactly(new BigDecimal("2.5"), "A%");
    }

    @Test
    void shouldCompleteAShortIdWhenItIsCompared() {
        assertThat(sql("SELECT Id FROM OrderItem WHERE OrderId = '8015g0000000001'")
                        .parameters())
                .containsExactly("8015g0000000001AAA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Nothing__c FROM Order | INVALID_FIELD",
                "SELECT Id FROM Order WHERE Nothing__c = 1 | INVALID_FIELD",
                "SELECT Id FROM Order ORDER BY Nothing__c | INVALID_FIELD",
                "SELECT Id FROM OrderItem WHERE Quantity = 'two' | INVALID_FIELD",
                "SELECT Id FROM Order WHERE SystemModstamp > '2026' | INVALID_FIELD",
                "SELECT Id FROM Order WHERE PoNumber = 5 | INVALID_FIELD",
                "SELECT Id FROM Order WHERE PoNumber < null | INVALID_FIELD",
                "SELECT Id FROM Nothing | INVALID_TYPE"
            })
    void shouldRefuseWhatTheObjectDoesNotHave(String soql, String code) {
        assertThatThrownBy(() -> sql(soql))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.error().errorCode()).isEqualTo(code));
    }
}
