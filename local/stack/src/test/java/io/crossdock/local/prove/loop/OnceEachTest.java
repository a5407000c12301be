package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnceEachTest {

    @Test
    void shouldAcceptWhatWasDoneOnceEach() {
        assertThat(OnceEach.check("letters", List.of("a", "b", "of somebody else"), Set.of("a", "b"))
                        .passed())
                .isTrue();
    }

    @Test
    void shouldNoticeWhatWasDoneTwice() {
        // When
        Check check = OnceEach.check("letters", List.of("a", "b", "a"), Set.of("a", "b"));

        // Then
        assertThat(check.passed()).isFalse();
        assertThat(check.detail()).contains("1 more than once: a 2 times", "0 missing");
    }

    @Test
    void shouldNoticeWhatIsMissing() {
        // When
        Check check = OnceEach.check("letters", List.of("a"), Set.of("a", "b"));

        // Then
        assertThat(check.passed()).isFalse();
        assertThat(check.detail()).contains("1 missing: b");
    }

    @Test
    void shouldProveNothingWhenNothingWasDone() {
        assertThat(OnceEach.check("letters", List.of(), Set.of()).passed()).isFalse();
    }
}
