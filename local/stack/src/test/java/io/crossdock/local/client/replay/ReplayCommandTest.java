package io.crossdock.local.client.replay;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {

    private static final String STATE = "GET /api/v1/replay";
    private static final String BEGIN = "POST /api/v1/replay";
    private static final String TARGETS = "GET /api/v1/targets";
    private static final String CRM = "POST /api/v1/targets/crm/mode";
    private static final String BEGUN = "{\"epoch\": 3, \"cut\": \"2026-11-26T15:20:00.5Z\", \"live\": [\"crm\"]}";
    private static final String BEGINNING = "Waiting until the sinks have answered for what is on its way.\n";
    private static final String COMMANDS =
            "Ctrl-C ends only this command; `./crossdock replay --finish --by WHO` goes on.\n";

    private final SampleServer server = new SampleServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldSayThatNothingWasEverRebuilt() {
        // Given
        server.says(STATE, 200, "application/json", "{\"epoch\": 0, \"state\": \"none\", \"live\": []}");

        // When
        Typed typed = replay();

        // Then
        assertThat(typed.out()).isEqualTo("Nothing was ever rebuilt: `./crossdock replay --all --by WHO` begins.\n");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldShowHowFarItIs() {
        // Given
        state(3, "reading", 52_100, "\"crm\", \"notify\"");

        // When
        Typed typed = replay();

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                rebuild    3
                state      reading, 42 % (52100 of 124000 records), 210 messages to go
                begun      09:20:00, 3 min ago, by ann
                note       new mapping
                cut        09:20:00, 2 min ago
                were live  crm, notify
                `./crossdock replay --finish --by WHO` waits for its end and has them told again; `./crossdock targets` shows
                how they stand.
                """);
    }

    @Test
    void shouldAttendToARebuildUntilTheTargetsAreToldAgain() {
        // Given: the server still tells of the one before, is away while it starts again, and comes back
        server.says(BEGIN, 202, "application/json", BEGUN);
        state(2, "done", 9, "");
        server.refuses(STATE, 503, "The stores are being restored.");
        state(3, "reading", 52_100, "\"crm\"");
        state(3, "reading", 124_000, "\"crm\"");
        state(3, "publishing", 124_000, "\"crm\"");
        state(3, "done", 124_000, "\"crm\"");
        targets("observe", false);
        server.refuses(CRM, 503, "operator.audit cannot be written now.");
        server.says(CRM, 202, "application/json", target("crm", "switching", false));
        targets("switching", false);
        targets("live", true);
        targets("live", false);

        // When
        Typed typed = replay("--all", "--by", "ann", "--note", "new mapping");

        // Then
        String wish = CRM
                + " {\"by\":\"ann\",\"mode\":\"live\",\"note\":\"new mapping\",\"since\":\"2026-11-26T15:20:00.5Z\"}";
        assertThat(server.asked())
                .containsExactly(
                        BEGIN + " {\"by\":\"ann\",\"note\":\"new mapping\",\"force\":false}",
                        STATE,
                        STATE,
                        STATE,
                        STATE,
                        STATE,
                        STATE,
                        TARGETS,
                        wish,
                        wish,
                        TARGETS,
                        TARGETS,
                        TARGETS);
        assertThat(typed.err()).isEqualTo("""
                Waiting until the sinks have answered for what is on its way.
                Waiting for %s, which starts again.
                Rebuild 3: ████████············ 42 %% (52100 of 124000 records)
                Rebuild 3: every raw record is read, 210 messages between mailboxes to go
                Rebuild 3: publishing the status of every order again
                Rebuild 3: done
                Waiting for %s, which starts again.
                Looking at what is not shown: crm, 15 orders.
                """.formatted(server.url(), server.url()));
        assertThat(typed.out()).isEqualTo("""
                Rebuild 3 has begun: every raw record is read again. crm is told nothing meanwhile.
                %starget  mode     by        different  unknown
                crm     observe  its file         12        3
                erp     observe  its file         12        3
                Rebuild 3 is done: 124000 records were read again; crm is live again, and told what was wanted since 09:20:00.
                """.formatted(COMMANDS));
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldSayWhyItCannotBeNow() {
        // Given
        server.refuses(BEGIN, 409, "3 messages to crm are unanswered; --force rebuilds all the same.");

        // When
        Typed typed = replay("--all", "--by", "ann");

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualTo(BEGINNING + "crossdock: 3 messages to crm are unanswered; --force rebuilds all the same.\n");
        assertThat(typed.out()).isEmpty();
        assertThat(server.asked()).containsExactly(BEGIN + " {\"by\":\"ann\",\"force\":false}");
    }

    @Test
    void shouldWaitLongerForTheSinksThanForOtherAnswers() {
        // Given: the server waits until what is on its way is answered
        server.says(BEGIN, 202, "application/json", BEGUN).takes(BEGIN, Duration.ofSeconds(2));
        state(3, "done", 124_000, "\"crm\"");
        targets("observe", false);

        // When
        Typed typed = replay("--all", "--by", "ann", "--observe", "--timeout", "1");

        // Then
        assertThat(typed.err()).startsWith(BEGINNING).doesNotContain("did not answer");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldLeaveTheTargetsObservedWhenThatIsWanted() {
        // Given
        server.says(BEGIN, 202, "application/json", BEGUN);
        state(3, "done", 124_000, "\"crm\"");
        targets("observe", false);

        // When
        Typed typed = replay("--all", "--by", "ann", "--force", "--observe");

        // Then
        assertThat(server.asked()).containsExactly(BEGIN + " {\"by\":\"ann\",\"force\":true}", STATE, TARGETS);
        assertThat(typed.out()).endsWith("""
                        erp     observe  its file         12        3
                        Rebuild 3 is done: 124000 records were read again; crm is only observed until `./crossdock replay --finish
                        --by WHO`.
                        """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldGoOnWithWhatWasLeftAlone() {
        // Given: one of those that were live was switched on by hand, one has no file any more
        server.refuses(STATE, 503, "The stores are being restored.");
        state(3, "publishing", 124_000, "\"crm\", \"erp\", \"notify\"");
        state(3, "done", 124_000, "\"crm\", \"erp\", \"notify\"");
        server.says(
                TARGETS,
                200,
                "application/json",
                "{\"items\": [" + target("crm", "live", false) + "," + target("erp", "observe", false) + "]}");
        server.says("POST /api/v1/targets/erp/mode", 200, "application/json", target("erp", "live", true));
        server.says(
                TARGETS,
                200,
                "application/json",
                "{\"items\": [" + target("crm", "live", false) + "," + target("erp", "live", false) + "]}");

        // When
        Typed typed = replay("--finish", "--by", "bea");

        // Then
        assertThat(server.asked())
                .containsExactly(
                        STATE,
                        STATE,
                        STATE,
                        TARGETS,
                        "POST /api/v1/targets/erp/mode {\"by\":\"bea\",\"mode\":\"live\",\"note\":\"after rebuild 3\","
                                + "\"since\":\"2026-11-26T15:20:00.5Z\"}",
                        TARGETS);
        assertThat(typed.out().replace("\n", " "))
                .endsWith(
                        "Rebuild 3 is done: 124000 records were read again; erp is live again, and told what was wanted since"
                                + " 09:20:00; crm is live already; notify is no target any more. ");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldHaveNothingToFinishWhenNothingWasEverRebuilt() {
        // Given
        server.says(STATE, 200, "application/json", "{\"epoch\": 0, \"state\": \"none\", \"live\": []}");

        // When
        Typed typed = replay("--finish", "--by", "bea");

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualTo("crossdock: Nothing was ever rebuilt: `./crossdock replay --all --by WHO` begins.\n");
    }

    @Test
    void shouldNotTakeAnotherRebuildForItsOwn() {
        // Given
        state(3, "reading", 5, "");
        state(4, "reading", 0, "");

        // When
        Typed typed = replay("--finish", "--by", "bea");

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("crossdock: Rebuild 4 has begun meanwhile");
        assertThat(server.asked()).doesNotContain(TARGETS);
    }

    @Test
    void shouldNotWaitForAServerThatFails() {
        // Given
        server.says(BEGIN, 202, "application/json", BEGUN);
        server.refuses(STATE, 500, "The application could not answer; its log says why.");

        // When
        Typed typed = replay("--all", "--by", "ann");

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("failed with 500");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void shouldPrintOneObjectWhenJsonIsWanted() throws Exception {
        // Given
        state(3, "done", 124_000, "");
        targets("observe", false);

        // When
        Typed typed = replay("--finish", "--by", "bea", "--json");

        // Then
        JsonNode json = new ObjectMapper().readTree(typed.out());
        assertThat(json.path("replay").path("epoch").asInt()).isEqualTo(3);
        assertThat(json.path("targets")).hasSize(2);
    }

    @Test
    void shouldNotTakeAnotherServerForOneThatRebuildsNothing() {
        // Given
        server.says(STATE, 200, "application/json", "{}");

        // When
        Typed typed = replay();

        // Then
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("is " + server.url() + " the right server");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --all                      | --by WHO is missing
            --finish                   | --by WHO is missing
            --all --finish --by ann    | name one of the two
            --by ann                   | belong to --all or --finish
            --observe                  | belong to --all or --finish
            --finish --by ann --force  | --force belongs to --all
            """)
    void shouldSayWhatIsWrongWithTheCommandLine(String words, String why) {
        // When
        Typed typed = replay(words.split(" ", -1));

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).startsWith("crossdock: ").contains(why, "`./crossdock replay --help` says how.");
        assertThat(server.asked()).isEmpty();
    }

    private Typed replay(String... words) {
        List<String> all = new ArrayList<>(List.of("replay", "--server", server.url()));
        all.addAll(List.of(words));
        return crossdock(all.toArray(String[]::new));
    }

    private void state(int epoch, String state, int read, String live) {
        server.says(STATE, 200, "application/json", """
                {"epoch": %d, "state": "%s", "startedAt": "2026-11-26T15:20:00Z", "by": "ann", "note": "new mapping",
                  "cut": "2026-11-26T15:20:00.5Z", "read": %d, "total": 124000, "behind": 210, "live": [%s]}
                """.formatted(epoch, state, read, live));
    }

    private void targets(String mode, boolean looking) {
        server.says(
                TARGETS,
                200,
                "application/json",
                "{\"items\": [" + target("crm", mode, looking) + "," + target("erp", "observe", false) + "]}");
    }

    private static String target(String name, String mode, boolean looking) {
        return """
                {"target": "%s", "mode": "%s", "looking": %s, "states": {"different": 12, "unknown": 3}}
                """.formatted(name, mode, looking);
    }
}
