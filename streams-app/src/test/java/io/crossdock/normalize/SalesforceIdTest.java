package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of an id are one id, and what is none stays none. */
class SalesforceIdTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"8015g00000Wqu1E", "8015g00000Wqu1EAAR", "8015G00000WQU1EAAR", "8015g00000wqu1eaar"})
    void shouldFindOneIdInAllItsForms(String value) {
        assertThat(SalesforceId.of(value, "801")).isEqualTo("8015g00000Wqu1EAAR");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "8015g", "8025g00000Wqu1E", "801-REORDER-123", "8015g00000Wqu1E999", "8015g00000Wqu1EAAR0"})
    void shouldFindNoIdInWhatIsNone(String value) {
        assertThat(SalesforceId.of(value, "801")).isNull();
    }
}
