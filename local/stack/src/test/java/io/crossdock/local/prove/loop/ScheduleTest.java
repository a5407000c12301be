package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.loop.Trouble.AtCrm;
import io.crossdock.local.prove.loop.Trouble.Kill;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    static Stream<Scale> scales() {
        return Stream.of(Scale.brief(60), Scale.full(300), Scale.full(2_000));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void shouldHaveEveryKindOfTroubleWithinTheRun(Scale scale) {
        // When
        List<Trouble> schedule = Schedule.of(23, scale);

        // Then
        assertThat(schedule.stream().map(Trouble::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        FaultKind.BROKER_KILLED,
                        FaultKind.REGISTRY_KILLED,
                        FaultKind.SOURCE_KILLED,
                        FaultKind.CRM_KILLED,
                        FaultKind.CRM_DATABASE_KILLED,
                        FaultKind.ROLLED,
                        FaultKind.SCALED)));
        assertThat(schedule).allMatch(trouble -> trouble.at().compareTo(scale.length()) < 0);
        assertThat(schedule).isSortedAccordingTo(Comparator.comparing(Trouble::at));
        assertThat(schedule).filteredOn(Kill.class::isInstance).hasSize(2 * scale.kills());
    }

    @ParameterizedTest
    @MethodSource("scales")
    void shouldBeTheSameForTheSameSeedOnly(Scale scale) {
        assertThat(Schedule.of(23, scale)).isEqualTo(Schedule.of(23, scale)).isNotEqualTo(Schedule.of(24, scale));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void shouldLetNothingButTheOutageHappenWhileTheCrmIsAway(Scale scale) {
        // Given
        List<AtCrm> faults = Schedule.of(23, scale).stream()
                .filter(AtCrm.class::isInstance)
                .map(AtCrm.class::cast)
                .toList();
        AtCrm away = faults.stream()
                .filter(fault -> fault.kind() == FaultKind.AWAY)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(away.until().minus(away.at())).isEqualTo(scale.away());
        assertThat(faults)
                .filteredOn(fault -> !fault.equals(away))
                .allMatch(fault ->
                        fault.until().compareTo(away.at()) <= 0 || fault.at().compareTo(away.until()) >= 0);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void shouldNameEveryFaultOnce(Scale scale) {
        assertThat(Schedule.of(23, scale).stream()
                        .filter(AtCrm.class::isInstance)
                        .map(trouble -> ((AtCrm) trouble).name()))
                .doesNotHaveDuplicates();
    }
}
