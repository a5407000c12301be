package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.loop.Trouble.Kill;
import io.crossdock.local.prove.loop.Trouble.OneMore;
import io.crossdock.local.prove.loop.Trouble.Roll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private static final List<Component> ONE_OF_EACH = List.of(
            component("app", FaultKind.APPLICATION_KILLED),
            component("connect", FaultKind.WORKER_KILLED),
            component("broker", FaultKind.BROKER_KILLED),
            component("erp", FaultKind.SOURCE_KILLED));

    @Test
    void shouldKillEachOnceWhileOrdersFlow() {
        // When
        List<Trouble> troubles = Deaths.of(23, ONE_OF_EACH);

        // Then
        assertThat(troubles.stream().filter(Kill.class::isInstance).map(trouble -> ((Kill) trouble).component()))
                .containsExactlyInAnyOrder("app", "connect", "broker", "erp");
        assertThat(troubles)
                .isSortedAccordingTo(Comparator.comparing(Trouble::at))
                .allMatch(trouble -> trouble.at().compareTo(Deaths.length(ONE_OF_EACH)) < 0);
    }

    @Test
    void shouldGiveAnInstanceThatIsAloneCompany() {
        assertThat(Deaths.of(23, ONE_OF_EACH).getLast()).isInstanceOf(OneMore.class);
    }

    @Test
    void shouldReplaceSeveralInstancesOneAfterTheOther() {
        // Given
        List<Component> two = new ArrayList<>(ONE_OF_EACH);
        two.add(component("app-2", FaultKind.APPLICATION_KILLED));

        // When
        Trouble last = Deaths.of(23, two).getLast();

        // Then
        assertThat(last)
                .isInstanceOfSatisfying(
                        Roll.class, roll -> assertThat(roll.components()).containsExactly("app", "app-2"));
    }

    @Test
    void shouldBeTheSameForTheSameSeedOnly() {
        assertThat(Deaths.of(23, ONE_OF_EACH))
                .isEqualTo(Deaths.of(23, ONE_OF_EACH))
                .isNotEqualTo(Deaths.of(24, ONE_OF_EACH));
    }

    private static Component component(String name, FaultKind death) {
        return new Component(name, death, () -> true);
    }
}
