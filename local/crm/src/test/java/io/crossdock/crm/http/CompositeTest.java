package io.crossdock.crm.http;

import static io.crossdock.crm.http.CrmFixture.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompositeTest {
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

    private JsonNode composite(boolean allOrNone, String key, String quantity) throws Exception {
        return crm.call("POST", API + "/composite", """
                        {"allOrNone": %s, "compositeRequest": [
                          {"method": "PATCH", "url": "%s/sobjects/Order/crossdock_key__c/%s", "referenceId": "order",
                           "body": {"Type": "Web"}},
                          {"method": "POST", "url": "%s/sobjects/OrderItem", "referenceId": "item",
                           "body": {"OrderId": "@{order.id}", "LineNumber__c": 1, "Quantity": %s}}]}
                        """.formatted(allOrNone, API, key, API, quantity))
                .body()
                .path("compositeResponse");
    }

    @Test
    void shouldUseAnEarlierAnswerInALaterPart() throws Exception {
        // When
        JsonNode answers = composite(true, UUID.randomUUID().toString(), "3");

        // Then
        assertThat(answers.path(0).path("httpStatusCode").asInt()).isEqualTo(201);
        assertThat(answers.path(1).path("httpStatusCode").asInt()).isEqualTo(201);
        String item = answers.path(1).path("body").path("id").asText();
        assertThat(crm.get(API + "/sobjects/OrderItem/" + item)
                        .body()
                        .path("OrderId")
                        .asText())
                .isEqualTo(answers.path(0).path("body").path("id").asText());
        assertThat(crm.sql("select count(*) from access_log part join access_log whole on part.parent = whole.id"
                        + " where part.record_id = '" + item + "' and whole.applied and part.applied"))
                .isEqualTo("1");
    }

    @Test
    void shouldUndoEverythingWhenOnePartFailsAndAllOrNoneIsAsked() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        JsonNode answers = composite(true, key, "\"many\"");

        // Then
        assertThat(answers.path(0).path("body").path(0).path("errorCode").asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(answers.path(1).path("body").path(0).path("errorCode").asText())
                .isEqualTo("JSON_PARSER_ERROR");
        assertThat(crm.get(API + "/sobjects/Order/crossdock_key__c/" + key).status())
                .isEqualTo(404);
        assertThat(crm.sql("select count(*) from access_log where applied and record_key = '" + key + "'"))
                .isEqualTo("0");
    }

    @Test
    void shouldKeepTheGoodPartWhenTheOtherFails() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        composite(false, key, "\"many\"");

        // Then
        assertThat(crm.get(API + "/sobjects/Order/crossdock_key__c/" + key).status())
                .isEqualTo(200);
    }

    @Test
    void shouldAnswerForEachRecordOfACollection() throws Exception {
        // Given
        String body = """
                {"allOrNone": %s, "records": [
                  {"attributes": {"type": "Order"}, "PoNumber": "collection-%s"},
                  {"attributes": {"type": "Order"}, "Nothing__c": 1}]}
                """;

        // When
        JsonNode some = crm.call("POST", API + "/composite/sobjects", body.formatted(false, "some"))
                .body();
        JsonNode none = crm.call("POST", API + "/composite/sobjects", body.formatted(true, "none"))
                .body();

        // Then
        assertThat(some.path(0).path("success").asBoolean()).isTrue();
        assertThat(some.path(1).path("errors").path(0).path("statusCode").asText())
                .isEqualTo("INVALID_FIELD");
        assertThat(none.path(0).path("errors").path(0).path("statusCode").asText())
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(
                        crm.sql(
                                "select string_agg(fields->>'PoNumber', ',') from sobject where fields->>'PoNumber' like 'collection-%'"))
                .isEqualTo("collection-some");
    }

    @Test
    void shouldUpsertACollectionByExternalId() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        String body = "{\"records\":[{\"crossdock_key__c\":\"" + key + "\",\"Type\":\"%s\"}]}";
        String path = API + "/composite/sobjects/Order/crossdock_key__c";

        // When
        JsonNode first = crm.call("PATCH", path, body.formatted("Web")).body();
        JsonNode second = crm.call("PATCH", path, body.formatted("Phone")).body();

        // Then
        assertThat(first.path(0).path("created").asBoolean()).isTrue();
        assertThat(second.path(0).path("created").asBoolean()).isFalse();
        assertThat(second.path(0).path("id")).isEqualTo(first.path(0).path("id"));
    }
}
