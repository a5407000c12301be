package io.crossdock.local.client;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoAnswerTest {

    private static final String ADVICE =
            "start the stack with `./crossdock up`, or name another server with --server or CROSSDOCK_URL";

    private final SampleServer server = new SampleServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldSayThatNobodyListens() throws IOException {
        // Given
        String url;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + socket.getLocalPort();
        }

        // When
        Typed typed = crossdock("order", "SO-1042", "--server", url);

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).isEqualTo("crossdock: Nobody listens at " + url + ": " + ADVICE + ".\n");
    }

    @Test
    void shouldSayThatTheHostIsNotKnown() {
        // When
        Typed typed = crossdock("lag", "--server", "crossdock.invalid:8080/");

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err())
                .isEqualTo("crossdock: The host of http://crossdock.invalid:8080 is not known: " + ADVICE + ".\n");
    }

    @Test
    void shouldWaitNoLongerThanItIsTold() throws IOException {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();

            // When
            Typed typed = crossdock("exceptions", "--timeout", "1", "--server", url);

            // Then
            assertThat(typed.exitCode()).isEqualTo(3);
            assertThat(typed.err())
                    .isEqualTo("crossdock: " + url
                            + " did not answer within 1 s: ask again, or wait longer with --timeout.\n");
        }
    }

    @Test
    void shouldSayWhenToAskAgainWhileTheServerIsNotReady() {
        // Given
        server.refuses("GET /api/v1/orders/SO-1042", 503, "The stores are being restored.");

        // When
        Typed typed = crossdock("order", "SO-1042", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err())
                .isEqualTo("crossdock: " + server.url()
                        + " is not ready: The stores are being restored. Try again in 1 s.\n");
    }

    @Test
    void shouldSayWhatFailed() {
        // Given
        server.refuses("GET /api/v1/lag", 500, "The application could not answer; its log says why.");

        // When
        Typed typed = crossdock("lag", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err())
                .isEqualTo("crossdock: " + server.url()
                        + "/api/v1/lag failed with 500: The application could not answer; its log says why.\n");
    }

    @Test
    void shouldBlameTheCommandLineForABadQuestion() {
        // Given
        server.refuses("GET /api/v1/orders?limit=50&cursor=x", 400, "cursor is 'x', which no list has given");

        // When
        Typed typed = crossdock("order", "--cursor", "x", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("cursor is 'x', which no list has given.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>It works!</html>", "{\"states\": [", "[]", ""})
    void shouldNotTakeForAnAnswerWhatIsNoJsonObject(String body) {
        // Given
        server.says("GET /api/v1/lag", 200, "application/json", body);

        // When
        Typed typed = crossdock("lag", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualTo("crossdock: " + server.url() + "/api/v1/lag answered 200 with what is no JSON object: is "
                        + server.url() + " the right server?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error_code\": 404, \"message\": \"HTTP 404 Not Found\"}", "{}"})
    void shouldNotTakeAnotherServerForOneWithoutTrouble(String body) {
        // Given
        server.says("GET /api/v1/exceptions", body.equals("{}") ? 200 : 404, "application/json", body);

        // When
        Typed typed = crossdock("exceptions", "--check", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("is " + server.url() + " the right server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://user:secret@127.0.0.1:1", "http://127.0.0.1:1?a=secret", "ftp://127.0.0.1:1", "a b", ""})
    void shouldRefuseWhatIsNoAddressAndRepeatNoPassword(String url) {
        // When
        Typed typed = crossdock("lag", "--server", url);

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("address").doesNotContain("secret");
    }
}
