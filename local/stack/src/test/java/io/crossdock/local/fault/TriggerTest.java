package io.crossdock.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerTest {
    /** A process that does what a stream thread does at a point: asks, and is killed at the record that was named. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] keys) throws InterruptedException {
            Trigger trigger = Trigger.ofThisProcess();
            Thread.sleep(500);
            for (String key : keys) {
                if (trigger.meets(Point.PATCH_RECEIPT, key)) {
                    trigger.kill(Point.PATCH_RECEIPT, "out.receipts-1@7", key);
                }
                System.out.println("committed " + key);
            }
        }
    }

    @Test
    void shouldKillTheProcessAtTheNamedRecordAndDisarmItselfFirst(@TempDir Path run) throws Exception {
        // Given
        Path file = Files.writeString(run.resolve(KillAtPoint.FILE), "patch-receipt crm:order:B\n");

        // When
        Process victim = victim(run);
        String said = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = victim.waitFor(20, TimeUnit.SECONDS);

        // Then
        assertThat(ended).isTrue();
        assertThat(victim.exitValue()).isEqualTo(137);
        assertThat(said).contains("committed crm:order:A").doesNotContain("committed crm:order:B");
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldLetEverythingPassWhenAnotherPointIsArmed(@TempDir Path run) throws Exception {
        // Given
        Files.writeString(run.resolve(KillAtPoint.FILE), "after-normalize crm:order:B\n");

        // When
        Process victim = victim(run);
        String said = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(victim.waitFor()).isZero();
        assertThat(said).contains("committed crm:order:B1");
    }

    private static Process victim(Path run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcrossdock.run=" + run,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        "crm:order:A",
                        "crm:order:B1")
                .start();
    }
}
