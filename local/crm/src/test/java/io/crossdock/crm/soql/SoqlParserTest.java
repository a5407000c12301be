package io.crossdock.crm.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.crm.error.ApiException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlParserTest {
    @Test
    void shouldReadEveryClauseOfACursorQuery() {
        // When
        Query query = SoqlParser.parse("SELECT Id, PoNumber FROM Order WHERE SystemModstamp > 2026-11-20T23:45:21.123Z"
                + " OR (SystemModstamp = 2026-11-20T23:45:21.123+00:00 AND Id > '8015g000000004AAAQ')"
                + " ORDER BY SystemModstamp ASC, Id DESC NULLS LAST LIMIT 200");

        // Then
        assertThat(query.fields()).containsExactly("Id", "PoNumber");
        assertThat(query.object()).isEqualTo("Order");
        assertThat(query.limit()).isEqualTo(200);
        assertThat(query.orderBy())
                .containsExactly(
                        new Query.OrderKey("SystemModstamp", false, true), new Query.OrderKey("Id", true, false));
        OffsetDateTime instant = OffsetDateTime.parse("2026-11-20T23:45:21.123Z");
        assertThat(query.where())
                .isEqualTo(new Condition.Or(List.of(
                        new Condition.Compare("SystemModstamp", ">", new Literal.DateTime(instant)),
                        new Condition.And(List.of(
                                new Condition.Compare("SystemModstamp", "=", new Literal.DateTime(instant)),
                                new Condition.Compare("Id", ">", new Literal.Text("8015g000000004AAAQ")))))));
    }

    @Test
    void shouldReadEveryKindOfValue() {
        // When
        Query query = SoqlParser.parse(
                "select Id from OrderItem where Quantity in (1, 2.50, -3) and Name not in ('it\\'s', 'b') and not A = null and B != true");

        // Then
        assertThat(query.where())
                .isEqualTo(new Condition.And(List.of(
                        new Condition.In(
                                "Quantity",
                                false,
                                List.of(
                                        new Literal.Decimal(new BigDecimal("1")),
                                        new Literal.Decimal(new BigDecimal("2.50")),
                                        new Literal.Decimal(new BigDecimal("-3")))),
                        new Condition.In("Name", true, List.of(new Literal.Text("it's"), new Literal.Text("b"))),
                        new Condition.Not(new Condition.Compare("A", "=", new Literal.Null())),
                        new Condition.Compare("B", "!=", new Literal.Bool(true)))));
    }

    @Test
    void shouldTellACountFromASelection() {
        assertThat(SoqlParser.parse("SELECT COUNT() FROM Order").isCount()).isTrue();
        assertThat(SoqlParser.parse("SELECT Id FROM Order").isCount()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT FROM Order",
                "SELECT Id Order",
                "SELECT Id FROM Order WHERE",
                "SELECT Id FROM Order WHERE Id",
                "SELECT Id FROM Order WHERE Id = ",
                "SELECT Id FROM Order WHERE Id = 'open",
                "SELECT Id FROM Order WHERE a = 1 AND b = 2 OR c = 3",
                "SELECT Id FROM Order WHERE a IN ()",
                "SELECT Id FROM Order WHERE a = 2026-13-01",
                "SELECT Id FROM Order WHERE a = 2026-11-20T23:45:21",
                "SELECT Id FROM Order LIMIT many",
                "SELECT Id FROM Order; drop table sobject",
                "SELECT Id FROM Order nonsense"
            })
    void shouldRefuseWhatIsNoQuery(String soql) {
        assertThatThrownBy(() -> SoqlParser.parse(soql)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.error().errorCode()).isEqualTo("MALFORMED_QUERY");
        });
    }
}
