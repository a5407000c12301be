package io.crossdock.local.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void shouldNameTheProcessAndTheVariableWhenAPortIsTaken() throws Exception {
        // Given this process listens
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When, Then
            assertThatThrownBy(() -> Preflight.free(Port.CONNECT, taken.getLocalPort()))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for the Connect worker is taken")
                    .hasMessageContaining("by pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("CROSSDOCK_PORT_CONNECT");
        }
    }

    @Test
    void shouldAcceptAFreePort() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThatCode(() -> Preflight.free(Port.CONNECT, port)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayHowMuchMemoryIsNeededWhenItIsShort() {
        assertThatThrownBy(() -> Preflight.memory(Optional.of(1.25)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("needs 3 GiB of free memory and 1.3 GiB are free");
        assertThatCode(() -> Preflight.memory(Optional.of(3.1))).doesNotThrowAnyException();
    }

    @Test
    void shouldNameThePlatformWhenItsDatabasesCannotRunHere() {
        assertThatThrownBy(() -> Preflight.platform("Mac OS X", "aarch64"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Mac OS X on aarch64");
    }
}
