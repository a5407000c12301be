package io.crossdock.local.client.targets;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetsCommandTest {

    private static final String LIST = "GET /api/v1/targets";
    private static final String LIVE = "POST /api/v1/targets/erp/mode";
    private static final String ERP = """
            {"target": "erp", "mode": "%s", "at": "2026-11-26T15:22:59Z", "by": "bea", "since": "2026-11-26T15:22:59Z",
              "looking": false, "states": {"same": 1200}, "effects": {}, "different": []}
            """;

    private final SampleServer server = new SampleServer().says(LIST, "targets.json");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowHowEachTargetStands() {
        // When
        Typed typed = crossdock("targets", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                target  mode       since     by        same  different  unknown  in flight  refused  nothing to tell
                crm     live       09:20:00  ann       1180         12        3          4        1               40
                        What was first wanted before 09:00:00 is left to the old way.
                        Its orders are looked at again; it is told what it does not show.
                        Waiting: 2 case
                        Different: crm:order:8015g00001, crm:order:8015g00002, erp:sales-order:SO-1042, …
                erp     observe              its file  1200
                        Waiting: 3 invoice-request, 1 ship-confirm
                notify  switching            its file                                                           1240
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldPrintTheJsonOfTheServer() throws Exception {
        // When
        Typed typed = crossdock("targets", "--json", "--server", server.url());

        // Then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(typed.out())).isEqualTo(json.readTree(SampleServer.sample("targets.json")));
    }

    @Test
    void shouldSayWhatGoingLiveMeansAndThenDoIt() {
        // Given
        server.says(LIVE, 200, "application/json", ERP.formatted("live"));

        // When
        Typed typed = crossdock(
                "targets", "live", "erp", "--by", "bea", "--note", "the batch is off", "--server", server.url());

        // Then
        assertThat(server.asked())
                .containsExactly(LIST, LIVE + " {\"by\":\"bea\",\"mode\":\"live\",\"note\":\"the batch is off\"}");
        assertThat(typed.out()).isEqualTo("""
                erp is told of no order: it shows all that it should.
                4 effects (3 invoice-request, 1 ship-confirm) wait, from before, and left to the old way.
                target  mode  since     by   same
                erp     live  09:22:59  bea  1200
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldNameTheTimeAtWhichTheOldWayEnded() {
        // Given
        server.says("POST /api/v1/targets/crm/mode", 200, "application/json", ERP.formatted("live"));

        // When
        Typed typed = crossdock(
                "targets", "live", "crm", "--by", "bea", "--since", "2026-11-26T15:00:00Z", "--server", server.url());

        // Then
        assertThat(server.asked()).last().asString().endsWith("\"mode\":\"live\",\"since\":\"2026-11-26T15:00:00Z\"}");
        assertThat(typed.out()).startsWith("""
                crm is live already: it is switched again.
                crm is told of 15 orders: it shows something else of 12, and of 3 nothing is known.
                2 effects (2 case) wait: those from before 2026-11-26T15:00:00Z are left to the old way.
                """);
    }

    @Test
    void shouldPrintOnlyJsonWhenThatIsWanted() throws Exception {
        // Given
        server.says(LIVE, 200, "application/json", ERP.formatted("live"));

        // When
        Typed typed = crossdock("targets", "live", "erp", "--by", "bea", "--json", "--server", server.url());

        // Then
        assertThat(new ObjectMapper().readTree(typed.out()).path("mode").asText())
                .isEqualTo("live");
    }

    @Test
    void shouldEndWithOneWhenItIsNotDoneEverywhereYet() {
        // Given
        server.says("POST /api/v1/targets/erp/mode", 202, "application/json", ERP.formatted("switching"));

        // When
        Typed typed = crossdock("targets", "observe", "erp", "--by", "bea", "--server", server.url());

        // Then
        assertThat(server.asked()).containsExactly(LIVE + " {\"by\":\"bea\",\"mode\":\"observe\"}");
        assertThat(typed.out())
                .endsWith("It is written down, and not done everywhere yet: `./crossdock targets` shows when.\n");
        assertThat(typed.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldEndWithOneWhenNoTargetIsCalledSo() {
        // Given
        server.refuses("POST /api/v1/targets/wms/mode", 404, "No connection 'wms' is told anything.");

        // Then
        String sentence = "crossdock: No target is called 'wms' at " + server.url() + ": there are crm, erp, notify.\n";
        for (String mode : new String[] {"live", "observe"}) {
            Typed typed = crossdock("targets", mode, "wms", "--by", "bea", "--server", server.url());
            assertThat(typed.exitCode()).isEqualTo(1);
            assertThat(typed.err()).isEqualTo(sentence);
            assertThat(typed.out()).isEmpty();
        }
    }

    @Test
    void shouldSayWhatGoingLiveMeansAlsoWhenItFails() {
        // Given
        server.refuses(LIVE, 400, "since is 'x', expected a time.");

        // When
        Typed typed = crossdock("targets", "live", "erp", "--by", "bea", "--since", "x", "--server", server.url());

        // Then
        assertThat(typed.out()).startsWith("erp is told of no order");
        assertThat(typed.err()).contains("since is 'x', expected a time.");
        assertThat(typed.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldWantToKnowWhoSwitchesIt() {
        // When
        Typed typed = crossdock("targets", "live", "erp", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("--by=WHO");
        assertThat(server.asked()).isEmpty();
    }
}
