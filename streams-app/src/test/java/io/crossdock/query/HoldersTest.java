package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class HoldersTest {

    private static final StoreLocation WORKER = new StoreLocation.There(0, "a:1");
    private static final StoreLocation STANDBY = new StoreLocation.There(0, "b:1");
    private static final StoreLocation OTHER_STANDBY = new StoreLocation.There(0, "c:1");

    private final List<String> asked = new ArrayList<>();

    @Test
    void shouldAskNoCopyWhileWhoWorksOnItAnswers() {
        // When
        Held<String> held = ask(new Holders(WORKER, List.of(STANDBY)), Set.of());

        // Then
        assertThat(held).isEqualTo(new Held<>("a:1", false));
        assertThat(asked).containsExactly("current a:1");
    }

    @Test
    void shouldSayThatACopyAnswered() {
        // When
        Held<String> held = ask(new Holders(WORKER, List.of(STANDBY, OTHER_STANDBY)), Set.of(WORKER, STANDBY));

        // Then
        assertThat(held).isEqualTo(new Held<>("c:1", true));
        assertThat(asked).containsExactly("current a:1", "copy b:1", "copy c:1");
    }

    @Test
    void shouldAskACopyWhileTheStoreIsClosed() {
        // When
        Held<String> held = new Holders(WORKER, List.of(STANDBY)).ask((place, age) -> {
            if (age == Age.CURRENT) {
                throw new InvalidStateStoreException("closed");
            }
            return ((StoreLocation.There) place).address();
        });

        // Then
        assertThat(held).isEqualTo(new Held<>("b:1", true));
    }

    @Test
    void shouldAskWhoIsTakingOverForWhatItHasAlready() {
        // When
        Held<String> held = new Holders(WORKER, List.of()).ask((place, age) -> {
            if (age == Age.CURRENT) {
                throw new NotReadyException("still restoring");
            }
            return ((StoreLocation.There) place).address();
        });

        // Then
        assertThat(held).isEqualTo(new Held<>("a:1", true));
    }

    @Test
    void shouldAskACopyWhereNobodyWorks() {
        assertThat(ask(new Holders(null, List.of(STANDBY)), Set.of())).isEqualTo(new Held<>("b:1", true));
    }

    @Test
    void shouldSayWhyNobodyAnswered() {
        assertThatThrownBy(() -> ask(new Holders(WORKER, List.of(STANDBY)), Set.of(WORKER, STANDBY)))
                .isInstanceOf(NotReadyException.class)
                .hasMessage("a:1 is not ready b:1 is not ready");
    }

    @Test
    void shouldNotTakeNobodyForNothing() {
        assertThatThrownBy(() -> ask(new Holders(null, List.of()), Set.of())).isInstanceOf(NotReadyException.class);
    }

    private Held<String> ask(Holders holders, Set<StoreLocation> silent) {
        return holders.ask((place, age) -> {
            String address = ((StoreLocation.There) place).address();
            asked.add((age == Age.CURRENT ? "current " : "copy ") + address);
            if (silent.contains(place)) {
                throw new NotReadyException(address + " is not ready");
            }
            return address;
        });
    }
}
