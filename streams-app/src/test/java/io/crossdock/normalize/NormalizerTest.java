package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.normalize.Normalized.Rejected;
import io.crossdock.normalize.Samples.Sample;
import io.crossdock.systems.Systems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a normalizer does with records that no system's samples can hold. */
class NormalizerTest {

    private static final Systems SYSTEMS = Systems.load(Samples.CONNECTORS);
    private static final Normalizer NORMALIZER = new Normalizer(SYSTEMS);

    @Test
    void shouldRejectARecordThatIsLongerThanTheConnectionAllows() {
        // Given
        byte[] value = new byte[262_145];

        // When
        Normalized normalized = NORMALIZER.normalize(record("raw.wms-east.orders", value));

        // Then
        assertThat(normalized)
                .isEqualTo(new Rejected(
                        "wms-east",
                        "orders",
                        Reason.OVERSIZED,
                        "The value is 262145 bytes long, the connection allows 262144. Take long columns out of the"
                                + " connector's column list, or raise maxRecordBytes."));
    }

    @Test
    void shouldRejectARecordOfAnEntityThatNoFileNames() {
        // When
        Normalized normalized = NORMALIZER.normalize(record("raw.wms-east.pallets", bytes("{}")));

        // Then
        assertThat(normalized)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNKNOWN_ENTITY))
                .returns("wms-east", Normalized::connection)
                .returns("pallets", Normalized::entity);
    }

    @Test
    void shouldSayTheSameTwiceWhenTheRecordIsDeliveredTwice() {
        for (Sample sample : samples()) {
            assertThat(NORMALIZER.normalize(sample.record())).isEqualTo(NORMALIZER.normalize(sample.record()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldGiveAnAnswerWhateverTheBytesAre(long seed) {
        // Given
        Random random = new Random(seed);

        for (Sample sample : samples()) {
            byte[] value = sample.record().value();
            if (value == null) {
                continue;
            }
            byte[] damaged = value.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            // When
            Normalized normalized = NORMALIZER.normalize(record(sample.record().topic(), damaged));

            // Then
            assertThat(normalized.entity()).isEqualTo(sample.entity().name());
        }
    }

    @Test
    void shouldTellNothingOfTheValueWhenItIsNoJson() {
        // When
        Normalized normalized =
                NORMALIZER.normalize(record("raw.wms-east.orders", bytes("{\"op\":\"c\", Jane Doe, 5 Elm Street}")));

        // Then
        assertThat(normalized)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.text())
                                .doesNotContain("Jane")
                                .doesNotContain("Elm"));
    }

    private static List<Sample> samples() {
        return Samples.of(SYSTEMS, Samples.CONNECTORS);
    }

    private static RawRecord record(String topic, byte @Nullable [] value) {
        return new RawRecord(topic, 0, 7, null, value, Instant.EPOCH, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
