package io.crossdock.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.http.CrmFixture.Answer;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTest {
    private static final String SHIPPED = "{\"customer\":\"C-17\",\"event\":\"shipped\"}";

    @SuppressWarnings("NullAway.Init")
    private CrmFixture crm;

    private final String key = "notify|shipped|crm:order:8015g00001|" + UUID.randomUUID();
    private final String path = "/notifications/" + key.replace("|", "%7C");

    @BeforeAll
    void start() throws Exception {
        crm = new CrmFixture();
    }

    @AfterAll
    void stop() throws Exception {
        crm.close();
    }

    @AfterEach
    void behave() throws Exception {
        crm.call("DELETE", "/control/faults", "");
        crm.sql("with gone as (delete from notification returning 1) select count(*) from gone");
    }

    @Test
    void shouldNotifyOnceAndAskForNoTokenWhenTheSameKeyIsPutAgain() throws Exception {
        // Given
        crm.call("POST", "/control/expire-tokens", "");

        // When
        Answer first = crm.call("PUT", path, SHIPPED);
        Answer again = crm.call("PUT", path, SHIPPED);
        Answer other = crm.call("PUT", path, "{\"event\":\"delivered\"}");

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(200);
        assertThat(crm.get(path).body().path("event").asText()).isEqualTo("shipped");
        JsonNode listed = listed();
        assertThat(listed.path("key").asText()).isEqualTo(key);
        assertThat(listed.path("puts").asInt()).isEqualTo(3);
        assertThat(listed.path("otherBodies").asInt()).isEqualTo(1);
        assertThat(listed.path("lastPutAt").asText())
                .isGreaterThan(listed.path("firstPutAt").asText());
    }

    @Test
    void shouldHaveNotifiedWhenItTimesOutAfterwards() throws Exception {
        // Given
        crm.call(
                "POST",
                "/control/faults",
                "{\"timeoutAfterApply\":true,\"holdMs\":50,\"count\":1,\"objectFilter\":\"notification\"}");

        // When
        assertThatThrownBy(() -> crm.call("PUT", path, SHIPPED, "Idempotency-Key", key))
                .isInstanceOf(IOException.class);
        Answer again = crm.call("PUT", path, SHIPPED, "Idempotency-Key", key);

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(listed().path("puts").asInt()).isEqualTo(2);
        assertThat(crm.sql(
                        "select string_agg(concat_ws(' ', object, record_key = idempotency_key, status, applied, fault),"
                                + " '; ' order by id) from access_log where idempotency_key = '" + key + "'"))
                .isEqualTo("notification t 201 t timeout-after-apply; notification t 200 f");
    }

    @Test
    void shouldKeepNothingWhenTheBodyIsNoObject() throws Exception {
        // When
        Answer noJson = crm.call("PUT", path, "{");
        Answer noObject = crm.call("PUT", path, "[]");

        // Then
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(noObject.status()).isEqualTo(400);
        assertThat(crm.get(path).status()).isEqualTo(404);
    }

    private JsonNode listed() throws Exception {
        return crm.get("/control/notifications").body().path("notifications").path(0);
    }
}
