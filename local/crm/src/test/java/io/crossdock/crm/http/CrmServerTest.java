package io.crossdock.crm.http;

import static io.crossdock.crm.http.CrmFixture.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.crm.http.CrmFixture.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmServerTest {
    @SuppressWarnings("NullAway.Init")
    private CrmFixture crm;

    @BeforeAll
    void start() throws Exception {
        crm = new CrmFixture();
    }

    @AfterAll
    void stop() throws Exception {
        crm.close();
    }

    private static String key() {
        return "erp:" + UUID.randomUUID();
    }

    @Test
    void shouldGiveATokenOnlyForTheRightCredentials() throws Exception {
        assertThat(crm.token("client_credentials", "test-secret")
                        .body()
                        .path("token_type")
                        .asText())
                .isEqualTo("Bearer");
        assertThat(crm.token("client_credentials", "guess").body().path("error").asText())
                .isEqualTo("invalid_client");
        assertThat(crm.token("password", "test-secret").body().path("error").asText())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void shouldShowEveryFieldOfARecordThatWasCreated() throws Exception {
        // When
        String id = crm.order("\"Customer_Code__c\":\"C-7\",\"EffectiveDate\":\"2026-11-20\"");

        // Then
        Answer read = crm.get(API + "/sobjects/Order/" + id.substring(0, 15));
        assertThat(id).hasSize(18).startsWith("801");
        assertThat(read.body().path("attributes").path("type").asText()).isEqualTo("Order");
        assertThat(read.body().path("OrderNumber").asText()).matches("\\d{8}");
        assertThat(read.body().path("Status").asText()).isEqualTo("Draft");
        assertThat(read.body().path("PoNumber").isNull()).isTrue();
        assertThat(read.body().path("SystemModstamp").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+0000");
        assertThat(read.response().headers().firstValue("Date")).isPresent();
        assertThat(read.response().headers().firstValue("Sforce-Limit-Info").orElse(""))
                .startsWith("api-usage=");
        assertThat(crm.get(API + "/sobjects/Order/" + id + "?fields=PoNumber,Status")
                        .body())
                .hasSize(3);
    }

    @Test
    void shouldCreateThenUpdateWhenUpsertedTwiceByExternalId() throws Exception {
        // Given
        String path = API + "/sobjects/Order/crossdock_key__c/" + key();

        // When
        Answer first = crm.call("PATCH", path, "{\"crossdock_version__c\":\"1.1\"}");
        Answer second = crm.call("PATCH", path, "{\"crossdock_version__c\":\"1.2\"}");

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("created").asBoolean()).isTrue();
        assertThat(second.status()).isEqualTo(204);
        assertThat(crm.get(path).body().path("Id").asText())
                .isEqualTo(first.body().path("id").asText());
        assertThat(crm.get(path).body().path("crossdock_version__c").asText()).isEqualTo("1.2");
    }

    @Test
    void shouldWriteACaseOfAnOrderOnceWhenItIsUpsertedByOurKey() throws Exception {
        // Given
        String order = crm.order("\"Type\":\"Web\"");
        String path = API + "/sobjects/Case/crossdock_key__c/" + UUID.randomUUID();
        String body = "{\"Subject\":\"Pick exception\",\"Description\":\"2 EA short\",\"Order__c\":\"" + order + "\"}";

        // When
        Answer first = crm.call("PATCH", path, body);
        Answer again = crm.call("PATCH", path, body);

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(204);
        assertThat(crm.query("SELECT Status, Order__c FROM Case WHERE Order__c = '" + order + "'")
                        .body()
                        .at("/records/0/Status")
                        .asText())
                .isEqualTo("New");
        assertThat(crm.call("PATCH", path, "{\"Order__c\":\"8015g0000000000AAA\"}")
                        .code())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    }

    @Test
    void shouldRefuseASecondRecordWithTheSameExternalId() throws Exception {
        // Given
        String key = key();
        crm.order("\"crossdock_key__c\":\"" + key + "\"");
        String other = crm.order("\"Type\":\"Web\"");

        // When
        String body = "{\"crossdock_key__c\":\"" + key + "\"}";

        // Then
        assertThat(crm.call("POST", API + "/sobjects/Order", body).code()).isEqualTo("DUPLICATE_VALUE");
        assertThat(crm.call("PATCH", API + "/sobjects/Order/" + other, body).code())
                .isEqualTo("DUPLICATE_VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Order | {\"Nothing__c\":1} | INVALID_FIELD",
                "Order | {\"Status\":\"Sent\"} | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "Order | {\"EffectiveDate\":\"soon\"} | JSON_PARSER_ERROR",
                "Order | {\"crossdock_shipped_at__c\":\"2026-11-20T10:00:00\"} | JSON_PARSER_ERROR",
                "Order | {\"Customer_Code__c\":\"12345678901234567890123456789012345678901\"} | STRING_TOO_LONG",
                "Order | {\"Customer_Code__c\":{\"a\":1}} | JSON_PARSER_ERROR",
                "Order | {\"OrderNumber\":\"1\"} | INVALID_FIELD_FOR_INSERT_UPDATE",
                "Order | {\"SystemModstamp\":\"2026-11-20T10:00:00Z\"} | INVALID_FIELD_FOR_INSERT_UPDATE",
                "Order | {broken | JSON_PARSER_ERROR",
                "Order | [] | JSON_PARSER_ERROR",
                "OrderItem | {\"Quantity\":1} | REQUIRED_FIELD_MISSING",
                "OrderItem | {\"OrderId\":\"nonsense\",\"LineNumber__c\":1} | MALFORMED_ID",
                "OrderItem | {\"OrderId\":\"8015g0000000zzzAAA\",\"LineNumber__c\":1} | INVALID_CROSS_REFERENCE_KEY",
                "OrderItem | {\"LineNumber__c\":\"one\"} | JSON_PARSER_ERROR",
                "OrderItem | {\"Quantity\":1234567890123456} | NUMBER_OUTSIDE_VALID_RANGE"
            })
    void shouldRefuseAValueThatTheFieldCannotHold(String object, String body, String code) throws Exception {
        // When
        Answer answer = crm.call("POST", API + "/sobjects/" + object, body);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(crm.sql("select applied from access_log order by id desc limit 1"))
                .isEqualTo("false");
    }

    @Test
    void shouldAnswer404WhenThereIsNoSuchThing() throws Exception {
        assertThat(crm.get(API + "/sobjects/Order/8015g0000000zzzAAA").code()).isEqualTo("NOT_FOUND");
        assertThat(crm.get(API + "/sobjects/Nothing/1").code()).isEqualTo("NOT_FOUND");
        assertThat(crm.get(API + "/nothing").code()).isEqualTo("NOT_FOUND");
        assertThat(crm.call("PATCH", API + "/sobjects/Order/8015g0000000zzzAAA", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(crm.call("DELETE", API + "/limits", "").status()).isEqualTo(405);
    }

    @Test
    void shouldMoveTheModificationTimeByTheDatabasesClockWhenARecordIsWritten() throws Exception {
        // Given
        String id = crm.order("\"Type\":\"Web\"");
        String before = crm.sql("select clock_timestamp()::text");

        // When
        crm.call("PATCH", API + "/sobjects/Order/" + id, "{\"Type\":null}");

        // Then
        assertThat(crm.sql("select system_modstamp >= date_trunc('milliseconds', '" + before + "'::timestamptz)"
                        + " and system_modstamp <= clock_timestamp() and created_at < system_modstamp"
                        + " and not fields ? 'Type' from sobject where id = '" + id + "'"))
                .isEqualTo("true");
    }

    @Test
    void shouldPageThroughAResultThatStaysAsItWas() throws Exception {
        // Given
        String tag = "page-" + UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(crm.order("\"Type\":\"" + tag.substring(0, 40) + "\""));
        }
        String soql = "SELECT Id, SystemModstamp FROM Order WHERE Type = '" + tag.substring(0, 40)
                + "' ORDER BY SystemModstamp, Id";

        // When: the first record of the second page is written between the pages
        Answer page = crm.query(soql, "Sforce-Query-Options", "batchSize=3");
        crm.call("PATCH", API + "/sobjects/Order/" + ids.get(3), "{\"PoNumber\":\"P-1\"}");

        // Then
        List<String> seen = new ArrayList<>();
        int pages = 0;
        while (true) {
            pages++;
            assertThat(page.body().path("totalSize").asInt()).isEqualTo(7);
            page.body().path("records").forEach(one -> seen.add(one.path("Id").asText()));
            if (page.body().path("done").asBoolean()) {
                break;
            }
            page = crm.get(page.body().path("nextRecordsUrl").asText());
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(ids);
        assertThat(crm.get(API + "/query/nothing-0").code()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void shouldFindWhatAQueryAsksFor() throws Exception {
        // Given
        String customer = UUID.randomUUID().toString();
        String order = crm.order("\"Customer_Code__c\":\"" + customer + "\",\"PoNumber\":\"O'Neil 50%\"");
        for (String quantity : Arrays.asList("2", "10", "null")) {
            crm.call(
                    "POST",
                    API + "/sobjects/OrderItem",
                    "{\"OrderId\":\"" + order + "\",\"LineNumber__c\":1,\"Quantity\":" + quantity + "}");
        }

        // Then
        String items = "SELECT COUNT() FROM OrderItem WHERE OrderId = '" + order.substring(0, 15) + "' AND ";
        assertThat(count(items + "Quantity > 2")).isEqualTo(1);
        assertThat(count(items + "Quantity != 2")).isEqualTo(2);
        assertThat(count(items + "Quantity = null")).isEqualTo(1);
        assertThat(count(items + "NOT Quantity IN (2, 3)")).isEqualTo(2);
        assertThat(count(items + "(Quantity = 2 OR Quantity = 10)")).isEqualTo(2);
        assertThat(count("SELECT COUNT() FROM Order WHERE PoNumber LIKE 'o\\'neil%' AND Customer_Code__c = '" + customer
                        + "'"))
                .isEqualTo(1);
        assertThat(crm.query("SELECT Quantity FROM OrderItem WHERE OrderId = '" + order
                                + "' ORDER BY Quantity DESC NULLS LAST LIMIT 1")
                        .body()
                        .path("records")
                        .path(0)
                        .path("Quantity")
                        .decimalValue())
                .isEqualByComparingTo("10");
    }

    private int count(String soql) throws Exception {
        return crm.query(soql).body().path("totalSize").asInt(-1);
    }

    @Test
    void shouldDeleteTheItemsWithTheirOrder() throws Exception {
        // Given
        String order = crm.order("\"Type\":\"Web\"");
        crm.call("POST", API + "/sobjects/OrderItem", "{\"OrderId\":\"" + order + "\",\"LineNumber__c\":1}");

        // When
        Answer deleted = crm.call("DELETE", API + "/sobjects/Order/" + order, "");

        // Then
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(count("SELECT COUNT() FROM OrderItem WHERE OrderId = '" + order + "'"))
                .isZero();
    }

    @Test
    void shouldLogEachRequestOnceWithWhatItChanged() throws Exception {
        // Given
        String key = key();

        // When
        crm.call(
                "PATCH",
                API + "/sobjects/Order/crossdock_key__c/" + key,
                "{\"crossdock_version__c\":\"1.1\"}",
                "Idempotency-Key",
                "k-1");

        // Then
        assertThat(crm.sql(
                        "select string_agg(concat_ws(' ', method, object, record_key, status, idempotency_key, applied,"
                                + " request->>'crossdock_version__c', length(record_id)), ';') from access_log where record_key = '"
                                + key + "'"))
                .isEqualTo("PATCH Order " + key + " 201 k-1 t 1.1 18");
        assertThat(crm.sql("select count(*) from access_log where request::text like '%test-secret%'"))
                .isEqualTo("0");
    }
}
