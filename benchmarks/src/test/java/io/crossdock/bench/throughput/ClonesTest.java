package io.crossdock.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClonesTest {

    @Test
    void shouldGiveEachNameOfAnOrderTheSameOtherNumber() {
        assertThat(renumbered("crm:order:8015g0001000007AAA erp:sales-order:SO-1000007", 1_500))
                .isEqualTo("crm:order:8015g0001001507AAA erp:sales-order:SO-1001507");
        assertThat(renumbered("8025g1000007003AAA", 999_500)).isEqualTo("8025g1999507003AAA");
    }

    @Test
    void shouldLeaveWhatIsNoNumberOfAnOriginal() {
        assertThat(renumbered("SO-1000500 10.000 2026-11-20 1000", 500)).isEqualTo("SO-1000500 10.000 2026-11-20 1000");
    }

    private static String renumbered(String text, int offset) {
        return new String(Clones.renumbered(text.getBytes(StandardCharsets.UTF_8), offset), StandardCharsets.UTF_8);
    }
}
