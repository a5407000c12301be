package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.query.LetterTopic;
import io.crossdock.query.Page;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterListTest {

    private final LetterTopic topic = new LetterTopic(1)
            .writes(0, 1, "erp", "drift")
            .writes(0, 2, "crm", "truncate")
            .writes(0, 3, "erp", "drift");
    private final DeadLetterList list = new DeadLetterList(topic.letters());
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.get("/api/v1/dead-letters", http -> {
            Page page = list.page(http);
            http.result(page.items().stream()
                            .map(item -> item.path("reason").asText())
                            .toList() + " " + page.nextCursor());
        });
        Problems.addTo(config);
    });

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                    | [drift, truncate, drift] null
            ?connection=crm                                       | [truncate] null
            ?reason=drift                                         | [drift, drift] null
            ?connection=erp&since=2026-11-26T14:00:02%2B02:00     | [drift] null
            ?coordinates=raw.erp.orders-0@0                       | [drift] null
            ?limit=2                                              | [drift, truncate] MD0x
            ?cursor=MD0x                                          | [drift] null
            """)
    void shouldTellWhatIsAskedFor(String question, String answer) throws Exception {
        assertThat(get(question).body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=0                        | limit is '0', expected a whole number from 1 to 500
            ?limit=501                      | limit is '501', expected a whole number from 1 to 500
            ?limit=many                     | limit is 'many', expected a whole number from 1 to 500
            ?since=yesterday                | since is 'yesterday', expected a time with its offset
            ?since=2026-11-26T14:00:02      | since is '2026-11-26T14:00:02', expected a time with its offset
            ?since=2026-11-26T14:00:02+02:00| a + is %2B
            ?cursor=x                       | is no cursor; take nextCursor
            """)
    void shouldSayWhatIsWrongWithAParameter(String question, String detail) throws Exception {
        // When
        HttpResponse<String> answer = get(question);

        // Then
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("detail").asText()).contains(detail);
    }

    @Test
    void shouldAskToComeAgainWhileTheBrokerDoesNotAnswer() throws Exception {
        // Given
        topic.fallsSilent();

        // When
        HttpResponse<String> answer = get("");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    private HttpResponse<String> get(String question) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/dead-letters" + question);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
