package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.activity.Version;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.NeverOlder.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeverOlderTest {

    @Test
    void shouldAcceptVersionsThatRiseInEachRecordOrAreRepeated() {
        // Given
        List<Write> writes = List.of(
                write("A", "1.1"), write("B", "1.9"), write("A", "1.10"), write("A", "1.10"), write("A", "2.1"));

        // When
        Check check = NeverOlder.check(writes);

        // Then
        assertThat(check.passed()).isTrue();
    }

    @Test
    void shouldNoticeAnOlderVersionAfterANewer() {
        // Given
        List<Write> writes = List.of(write("A", "1.2"), write("A", "1.10"), write("A", "1.9"), write("A", "1.10"));

        // When
        Check check = NeverOlder.check(writes);

        // Then
        assertThat(check.passed()).isFalse();
        assertThat(check.detail()).contains("1 older after newer", "1.9 over 1.10 in A");
    }

    @Test
    void shouldProveNothingWithoutAnyWrite() {
        assertThat(NeverOlder.check(List.of()).passed()).isFalse();
    }

    private static Write write(String record, String version) {
        return new Write(record, Version.parse(version));
    }
}
