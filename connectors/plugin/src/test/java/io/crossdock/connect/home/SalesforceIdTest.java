package io.crossdock.connect.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of an id name one record. */
class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "001000000000001, 001000000000001AAA",
        "8015g00000AbCdE, 8015g00000AbCdEAAV",
        "ABCDEFGHIJKLMNO, ABCDEFGHIJKLMNO555",
        "8015g00000AbCdEAAV, 8015g00000AbCdEAAV",
        "SO-1042, SO-1042",
        "SO-1042-1234567, SO-1042-1234567"
    })
    void shouldGiveTheLongFormOfAShortIdAndLeaveOtherTexts(String id, String expected) {
        assertThat(SalesforceId.to18(id)).isEqualTo(expected);
    }
}
