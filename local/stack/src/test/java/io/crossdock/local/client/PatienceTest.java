package io.crossdock.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final List<String> away = new ArrayList<>();

    @Test
    void shouldWaitWhileNobodyListensAndSayInTheEndThatNobodyDoes() throws IOException {
        // Given
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Api api = new Api(Address.of("127.0.0.1:" + port, "start it"), Duration.ofSeconds(5));
        Patience patience = new Patience(Duration.ofMillis(300), Duration.ofMillis(10));

        // When, Then
        assertThatThrownBy(() -> patience.ask(() -> api.get(Query.of("/")), failure -> away.add(failure.sentence())))
                .isInstanceOf(ClientFailure.class)
                .hasMessage("Nobody listens at http://127.0.0.1:" + port + ": start it.");
        assertThat(away).hasSizeGreaterThan(1);
    }

    @Test
    void shouldAnswerAsSoonAsThereIsAnAnswer() {
        // Given
        Patience patience = new Patience(Duration.ofMinutes(1), Duration.ZERO);

        // When
        String answer = patience.ask(
                () -> {
                    if (away.size() < 3) {
                        throw ClientFailure.passing("Not ready.", null);
                    }
                    return "ready";
                },
                failure -> away.add(failure.sentence()));

        // Then
        assertThat(answer).isEqualTo("ready");
        assertThat(away).containsExactly("Not ready.", "Not ready.", "Not ready.");
    }

    @Test
    void shouldNotAskAgainWhereThatIsOfNoUse() {
        // Given
        Patience patience = new Patience(Duration.ofMinutes(1), Duration.ZERO);

        // When, Then
        assertThatThrownBy(() -> patience.ask(
                        () -> {
                            throw new ClientFailure(ExitCode.UNAVAILABLE, "It failed.");
                        },
                        failure -> away.add(failure.sentence())))
                .hasMessage("It failed.");
        assertThat(away).isEmpty();
    }
}
