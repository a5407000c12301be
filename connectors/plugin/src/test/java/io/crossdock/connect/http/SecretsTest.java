package io.crossdock.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.Lane;
import io.crossdock.connect.http.FakeTarget.Reply;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A secret goes to the token endpoint and nowhere else. */
class SecretsTest {

    @Test
    void shouldShowNoSecretInSettingsLogsAndErrors() {
        // Given
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        try (FakeTarget target = new FakeTarget(call -> Reply.json(200, "{}"))) {
            Map<String, String> options = new HashMap<>(target.options());
            options.put("oauth.client.secret", "wrong-" + FakeTarget.SECRET);
            RestSettings settings =
                    RestSettings.from(new AbstractConfig(RestSettings.define(new ConfigDef(), 600), options, true));
            // When
            Throwable refusal;
            try (RestClient client = new RestClient(settings, Gate.paced(1, 600), Clock.systemUTC())) {
                refusal = catchThrowable(() -> client.send(Lane.NORMAL, ApiCall.get("/x")));
            }
            // Then
            assertThat(refusal)
                    .hasMessageContaining("crossdock")
                    .hasMessageContaining("oauth.client.secret")
                    .hasMessageNotContaining(FakeTarget.SECRET);
            assertThat(settings.toString()).contains("[hidden]").doesNotContain(FakeTarget.SECRET);
            assertThat(logged.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(FakeTarget.SECRET));
        } finally {
            root.setLevel(before);
            root.detachAppender(logged);
        }
    }
}
