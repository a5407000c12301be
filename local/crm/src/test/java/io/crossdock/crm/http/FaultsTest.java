package io.crossdock.crm.http;

import static io.crossdock.crm.http.CrmFixture.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.http.CrmFixture.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
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

    @AfterEach
    void behave() throws Exception {
        crm.call("DELETE", "/control/faults", "");
        crm.call("POST", "/control/limits", "{\"dailyApiRequests\":1000000,\"used\":0}");
    }

    private void fault(String json) throws Exception {
        assertThat(crm.call("POST", "/control/faults", json).status()).isEqualTo(200);
    }

    private static String path(String key) {
        return API + "/sobjects/Order/crossdock_key__c/" + key;
    }

    @Test
    void shouldHaveAppliedTheChangeWhenItTimesOutAfterwards() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        fault("{\"timeoutAfterApply\":true,\"holdMs\":50,\"count\":1}");

        // When
        assertThatThrownBy(() -> crm.call("PATCH", path(key), "{\"Type\":\"Web\"}", "Idempotency-Key", "k-9"))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(crm.get(path(key)).body().path("Type").asText()).isEqualTo("Web");
        assertThat(crm.sql(
                        "select concat_ws(' ', status, applied, fault) from access_log where idempotency_key = 'k-9'"))
                .isEqualTo("201 t timeout-after-apply");
    }

    @Test
    void shouldHaveDoneNothingWhenItDropsTheConnection() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        fault("{\"dropConnection\":true,\"methods\":[\"PATCH\"],\"count\":10}");

        // When
        assertThatThrownBy(() -> crm.call("PATCH", path(key), "{\"Type\":\"Web\"}"))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(crm.get(path(key)).status()).isEqualTo(404);
    }

    @Test
    void shouldSayWhenToTryAgainAndRecoverWhenTheFaultIsUsedUp() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        fault("{\"status\":429,\"retryAfter\":2,\"count\":1}");

        // When
        Answer first = crm.call("PATCH", path(key), "{\"Type\":\"Web\"}");
        Answer second = crm.call("PATCH", path(key), "{\"Type\":\"Web\"}");

        // Then
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.response().headers().firstValue("Retry-After")).hasValue("2");
        assertThat(second.status()).isEqualTo(201);
        assertThat(crm.get("/control/faults").body().path("hits").asInt()).isEqualTo(1);
    }

    @Test
    void shouldHideAFailureInAGoodAnswer() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        fault("{\"errorInside200\":true,\"count\":1}");

        // When
        Answer answer = crm.call("PATCH", path(key), "{\"Type\":\"Web\"}");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("UNKNOWN_EXCEPTION");
        assertThat(crm.get(path(key)).status()).isEqualTo(404);
    }

    @Test
    void shouldHitOnlyTheObjectThatIsNamed() throws Exception {
        // Given
        fault("{\"status\":503,\"objectFilter\":\"OrderItem\"}");

        // Then
        assertThat(crm.query("SELECT Id FROM Order LIMIT 1").status()).isEqualTo(200);
        assertThat(crm.query("SELECT Id FROM OrderItem LIMIT 1").status()).isEqualTo(503);
        assertThat(crm.get(API + "/sobjects/OrderItem/8025g0000000001AAA").status())
                .isEqualTo(503);
    }

    @Test
    void shouldHitTheShareThatIsAskedFor() throws Exception {
        // Given
        fault("{\"status\":500,\"rate\":0.3,\"seed\":7}");
        int hit = 0;

        // When
        for (int i = 0; i < 100; i++) {
            hit += crm.query("SELECT Id FROM Order LIMIT 1").status() == 500 ? 1 : 0;
        }

        // Then
        assertThat(hit).isBetween(15, 45);
    }

    @Test
    void shouldWaitBeforeItAnswersWhenItIsSlow() throws Exception {
        // Given
        fault("{\"slowMs\":150}");
        long start = System.nanoTime();

        // When
        int status = crm.query("SELECT Id FROM Order LIMIT 1").status();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void shouldRefuseOldTokensAfterTheyExpired() throws Exception {
        // When
        crm.call("POST", "/control/expire-tokens", "");

        // Then
        Answer refused = crm.query("SELECT Id FROM Order LIMIT 1");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("INVALID_SESSION_ID");
        crm.newToken();
        assertThat(crm.query("SELECT Id FROM Order LIMIT 1").status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseRequestsWhenTheDaysQuotaIsUsedUp() throws Exception {
        // Given
        crm.call("POST", "/control/limits", "{\"dailyApiRequests\":1,\"used\":0}");

        // When
        Answer allowed = crm.query("SELECT Id FROM Order LIMIT 1");
        Answer refused = crm.query("SELECT Id FROM Order LIMIT 1");

        // Then
        assertThat(allowed.response().headers().firstValue("Sforce-Limit-Info")).hasValue("api-usage=1/1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(crm.get(API + "/limits")
                        .body()
                        .at("/DailyApiRequests/Remaining")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void shouldKeepSeveralFaultsInForceAndCountTheHitsOfEach() throws Exception {
        // Given
        fault("""
                [{"name":"crowded","status":503,"rate":0.2,"seed":3,"objectFilter":"OrderItem"},
                 {"name":"gone","status":404,"objectFilter":"Case","count":2},
                 {"name":"never","status":500,"objectFilter":"Account"}]""");
        int crowded = 0;

        // When
        for (int i = 0; i < 50; i++) {
            crowded += crm.query("SELECT Id FROM OrderItem LIMIT 1").status() == 503 ? 1 : 0;
        }
        for (int i = 0; i < 3; i++) {
            crm.query("SELECT Id FROM Case LIMIT 1");
        }

        // Then
        assertThat(crowded).isBetween(3, 20);
        assertThat(standing()).containsExactly("crowded " + crowded + " true", "gone 2 false", "never 0 true");
    }

    @Test
    void shouldBeSlowAndFailWhenOneFaultSlowsAndAnotherFails() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        fault(
                "[{\"name\":\"slow\",\"slowMs\":80},{\"name\":\"away\",\"status\":503},{\"name\":\"late\",\"status\":500}]");
        long start = System.nanoTime();

        // When
        Answer answer = crm.call("PATCH", path(key), "{\"Type\":\"Web\"}", "Idempotency-Key", "k-10");

        // Then: the first that fails answers, and only it counts
        assertThat(answer.status()).isEqualTo(503);
        assertThat(System.nanoTime() - start).isGreaterThan(80_000_000L);
        assertThat(standing()).containsExactly("slow 1 true", "away 1 true", "late 0 true");
        assertThat(crm.sql("select fault from access_log where idempotency_key = 'k-10'"))
                .isEqualTo("slow+status-503");
    }

    @Test
    void shouldReplaceAFaultWhenItsNameIsGivenAgainAndTakeOneAwayByItsName() throws Exception {
        // Given
        fault("[{\"name\":\"a\",\"status\":503},{\"name\":\"b\",\"slowMs\":1}]");

        // When
        fault("{\"name\":\"a\",\"slowMs\":1}");
        crm.call("DELETE", "/control/faults/b", "");

        // Then
        assertThat(crm.query("SELECT Id FROM Order LIMIT 1").status()).isEqualTo(200);
        assertThat(standing()).containsExactly("a 1 true");
    }

    @Test
    void shouldEndEveryTokenInTheMiddleOfWorkWhenThatFaultHits() throws Exception {
        // Given
        fault("{\"name\":\"session over\",\"expireTokens\":true,\"count\":1}");

        // When
        Answer hit = crm.query("SELECT Id FROM Order LIMIT 1");
        Answer afterwards = crm.query("SELECT Id FROM Order LIMIT 1");

        // Then
        assertThat(hit.status()).isEqualTo(401);
        assertThat(afterwards.status()).isEqualTo(401);
        crm.newToken();
        assertThat(crm.query("SELECT Id FROM Order LIMIT 1").status()).isEqualTo(200);
        assertThat(standing()).containsExactly("session over 1 false");
    }

    /** Name, hits and whether it is in force, of each fault. */
    private List<String> standing() throws Exception {
        List<String> standing = new ArrayList<>();
        for (JsonNode each : crm.get("/control/faults").body().path("faults")) {
            standing.add(each.path("name").asText() + " " + each.path("hits").asInt() + " "
                    + each.path("inForce").asBoolean());
        }
        return standing;
    }
}
