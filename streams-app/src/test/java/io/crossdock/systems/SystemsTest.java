package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the folder, and every way in which they can be wrong, all told at once. */
class SystemsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderThatIsRight() {
        new SystemsFolder(folder).fill();
    }

    @Test
    void shouldLoadWhatIsRight() {
        // When
        Systems systems = Systems.load(folder);

        // Then
        assertThat(systems.rawTopics()).containsExactly("raw.web.orders");
        assertThat(systems.ownership())
                .containsExactly(new OwnershipEntry("web", "orders", "ordered", List.of("EAST"), List.of()));
        assertThat(systems.identifierTypeNames()).containsExactly("crossdock:order", "web:order");
        assertThat(systems.targets()).isEmpty();
        assertThat(systems.connection("web").zone()).hasToString("Europe/Berlin");
    }

    @Test
    void shouldTellEveryProblemOfEveryFileAtOnce() throws IOException {
        // Given
        write("systems/shop/mapping/orders.jslt", "[{\n  \"x\": unheard-of(.id)\n}]\n");
        replace("systems/shop/system.json", "\"column\": \"id\"", "\"column\": \"state\"");
        replace("systems/shop/system.json", "\"required\": [\"id\"]", "\"required\": [\"colour\"]");
        replace("connections/web.json", "Europe/Berlin", "Europe/Atlantis");
        replace("connections/web.json", "\"ordered\"", "\"devoured\"");
        replace("connections/web.json", "${secret:web.password}", "hunter2");

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder))
                .isInstanceOf(InvalidSystemsException.class)
                .hasMessageContaining("6 problems")
                .hasMessageContaining("orders.jslt:2: No such function: 'unheard-of'")
                .hasMessageContaining("system.json:9: entities.orders.home.column: found state")
                .hasMessageContaining("system.json:11: entities.orders.required: colour is not in columns")
                .hasMessageContaining("web.json:4: timeZone: found Europe/Atlantis")
                .hasMessageContaining("web.json:6: ownership.devoured: no such quantity or milestone")
                .hasMessageContaining("web.json:7: settings.password: a secret in plain text")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldTellTheLineWhenAMappingFileIsNoJslt() throws IOException {
        // Given
        write("systems/shop/mapping/orders.jslt", "[{\n  \"x\": .id,\n  \"y\" .id\n}]\n");

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder)).hasMessageContaining("orders.jslt:3: Parse error: Encountered");
    }

    @Test
    void shouldRefuseALinkByARuleThatNobodyKnows() throws IOException {
        // Given
        write("systems/shop/mapping/orders.jslt", """
                [{
                  "links": [
                    {"kind": "same-as", "from": id("po", .id), "to": id("order", .id), "rule": "matched"},
                    {"kind": "same-as", "from": id("po", .id), "to": id("order", .id), "rule": "guessed"}
                  ]
                }]
                """);

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder))
                .hasMessageContaining("1 problem")
                .hasMessageContaining(
                        "orders.jslt:4: rule: found guessed; expected one of [explicit, echo, matched, person]");
    }

    @Test
    void shouldRefuseTwoOwnersOfOneQuantityInOnePlace() throws IOException {
        // Given
        Files.copy(folder.resolve("connections/web.json"), folder.resolve("connections/app.json"));
        replace("connections/app.json", "\"web\"", "\"app\"");

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder))
                .hasMessageContaining("web.json: ownership.ordered: app owns it too at locations [EAST]");
    }

    @Test
    void shouldAllowTwoOwnersInDifferentPlaces() throws IOException {
        // Given
        Files.copy(folder.resolve("connections/web.json"), folder.resolve("connections/app.json"));
        replace("connections/app.json", "\"web\"", "\"app\"");
        replace("connections/app.json", "EAST", "WEST");

        // When / Then
        assertThat(Systems.load(folder).ownership()).hasSize(2);
    }

    @Test
    void shouldAllowTwoOwnersForDifferentCompanies() throws IOException {
        // Given
        Files.copy(folder.resolve("connections/web.json"), folder.resolve("connections/app.json"));
        replace("connections/app.json", "\"web\"", "\"app\",\n  \"companies\": [\"CA\"]");
        replace("connections/web.json", "\"web\"", "\"web\",\n  \"companies\": [\"US\"]");

        // When / Then
        assertThat(Systems.load(folder).ownership())
                .extracting(OwnershipEntry::companies)
                .containsExactly(List.of("CA"), List.of("US"));
    }

    /** A cut-over: the newer connection decides in the orders it knows, so both may claim the same. */
    @Test
    void shouldAllowTwoOwnersWhereOneSucceedsTheOther() throws IOException {
        // Given
        Files.copy(folder.resolve("connections/web.json"), folder.resolve("connections/app.json"));
        replace("connections/app.json", "\"web\"", "\"app\",\n  \"succeeds\": \"web\"");

        // When / Then
        assertThat(Systems.load(folder).succession()).containsExactly(entry("app", "web"));
    }

    @Test
    void shouldRefuseASuccessionThatLeadsNowhereOrInACircle() throws IOException {
        // Given
        Files.copy(folder.resolve("connections/web.json"), folder.resolve("connections/app.json"));
        replace("connections/app.json", "\"web\"", "\"app\",\n  \"succeeds\": \"web\"");

        // When / Then
        replace("connections/web.json", "\"web\"", "\"web\",\n  \"succeeds\": \"app\"");
        assertThatThrownBy(() -> Systems.load(folder))
                .hasMessageContaining("web.json: succeeds: found app, which takes over from web itself");
        replace("connections/web.json", "\"succeeds\": \"app\"", "\"succeeds\": \"old\"");
        assertThatThrownBy(() -> Systems.load(folder)).hasMessageContaining("web.json: succeeds: found old; expected");
    }

    @Test
    void shouldRefuseAPeerThatIsMissing() throws IOException {
        // Given
        write("systems/shop/mapping/orders.jslt", "[{\"x\": peer(\"erp\", \"sales-order\", .id)}]");

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder)).hasMessageContaining("peers.erp: missing, but orders.jslt");
    }

    @Test
    void shouldRefuseToTellASystemThatHasNoSink() throws IOException {
        // Given
        replace("connections/web.json", "\"system\"", "\"target\": \"live\",\n  \"system\"");

        // When / Then
        assertThatThrownBy(() -> Systems.load(folder)).hasMessageContaining("target: found live; expected off");
    }

    @Test
    void shouldAddAConnectionsValuesToThoseThatNeverLink() throws IOException {
        // Given
        replace("connections/web.json", "\"system\"", "\"neverLinks\": [\"see e-mail\"],\n  \"system\"");

        // When
        NeverLinks neverLinks = Systems.load(folder).connection("web").neverLinks();

        // Then
        assertThat(neverLinks.contains("VERBAL")).isTrue();
        assertThat(neverLinks.contains(" n/a ")).isTrue();
        assertThat(neverLinks.contains("See E-Mail")).isTrue();
        assertThat(neverLinks.contains("SO-1042")).isFalse();
    }

    @Test
    void shouldHideSecretsWhenAConnectionIsPrinted() {
        assertThat(Systems.load(folder).connection("web").toString())
                .contains("password=[hidden]")
                .doesNotContain("web.password");
    }

    private void write(String file, String text) {
        new SystemsFolder(folder).write(file, text);
    }

    private void replace(String file, String what, String with) {
        new SystemsFolder(folder).replace(file, what, with);
    }
}
