package io.crossdock.local.client.lag;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LagCommandTest {

    private static final String LAG = "GET /api/v1/lag";

    private final SampleServer server = new SampleServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowWhoHeldTheTimeAndWhatIsNotKnownYet() {
        // Given
        server.says(LAG, "lag.json");

        // When
        Typed typed = crossdock("lag", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                Lag
                state     target    count  hop               p50       p99       max  held the time
                shipped   crm        1151  source       15.0 min  16.0 min  16.0 min  █████████████████████ 69 %
                                           connect         60 ms    731 ms    751 ms  0 %
                                           application    12.0 s    45.0 s    58.1 s  1 %
                                           sink            30 ms     90 ms    120 ms  0 %
                                           target        6.7 min   8.3 min     2.1 h  █████████ 30 %
                                           total        21.9 min  25.1 min     2.4 h
                accepted  wms-east     12  source        -545 ms     -9 ms      1 ms  clocks disagree
                                           connect         40 ms     50 ms     60 ms  ██████████████████████████████ 100 %
                                           total         -505 ms     41 ms     61 ms

                Not known there yet
                state     target  count      oldest
                shipped   crm      1023  2 h 14 min
                accepted  crm         3         0 s

                The slowest of late
                order                                     state     target       total  most of it
                ord_4cf101ee-e14d-5900-b9c4-d6db2149f009  shipped   crm       21.9 min  source 15.0 min
                ord_39aeaa12-8cf0-5f40-a32b-56e76e4ee965  accepted  wms-east     75 ms  connect 40 ms
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldShowOneStateOnItsWayToOneTarget() {
        // Given
        server.says(LAG, "lag.json");

        // When
        Typed typed = crossdock("lag", "--state", "accepted", "--target", "crm", "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                Lag
                Nothing has been confirmed by a target lately.

                Not known there yet
                state     target  count  oldest
                accepted  crm         3     0 s
                """);
    }

    @Test
    void shouldPrintTheServersJson() throws Exception {
        // Given
        server.says(LAG, "lag.json");

        // When
        Typed typed = crossdock("lag", "--json", "--server", server.url());

        // Then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(typed.out())).isEqualTo(json.readTree(SampleServer.sample("lag.json")));
    }

    @Test
    void shouldSayThatNothingIsToBeTold() {
        // Given
        server.says(LAG, 200, "application/json", "{\"states\": [], \"open\": [], \"recent\": []}");

        // When
        Typed typed = crossdock("lag", "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                Lag
                Nothing has been confirmed by a target lately.

                Not known there yet
                Every target knows all it should.
                """);
    }
}
