package io.crossdock.crm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordIdTest {
    /** Ids that the real service gave out. */
    @ParameterizedTest
    @CsvSource({
        "0016g00000Wqu1E, 0016g00000Wqu1EAAR",
        "0036g00000WKnfL, 0036g00000WKnfLAAT",
        "0054J000000g1dG, 0054J000000g1dGQAQ"
    })
    void shouldCompleteAShortIdWithTheRightChecksum(String fifteen, String eighteen) {
        assertThat(RecordId.complete(fifteen)).isEqualTo(eighteen);
        assertThat(RecordId.isValid(eighteen)).isTrue();
    }

    @Test
    void shouldRefuseAnIdWhenTheChecksumIsWrong() {
        assertThat(RecordId.isValid("0016g00000Wqu1EAAA")).isFalse();
        assertThat(RecordId.isValid("0016g00000Wqu1EAA")).isFalse();
    }

    @Test
    void shouldSortIdsInTheOrderTheyWereMade() {
        // Given
        List<String> ids = new ArrayList<>();
        for (long number = 1; number < 5_000_000_000L; number = number * 3 + 1) {
            ids.add(RecordId.of("801", number));
        }

        // Then
        assertThat(ids).isSorted().allMatch(RecordId::isValid).allMatch(id -> id.length() == 18);
    }
}
