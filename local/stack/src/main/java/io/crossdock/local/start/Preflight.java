package io.crossdock.local.start;

import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must be true of the machine before anything is started; each check says what to do when it is not. */
final class Preflight {

    private static final long GIB = 1L << 30;
    private static final double MEMORY_GIB = 3;
    private static final double DISK_GIB = 2;

    private Preflight() {}

    /**
     * Runs every check.
     *
     * @param options what will be started
     * @throws StackFailure with the first thing that is wrong
     */
    static void check(Workspace workspace, UpOptions options) {
        platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Set<Port> needed = EnumSet.allOf(Port.class);
        Arrays.stream(AppInstance.values()).skip(options.instances()).forEach(unused -> {
            needed.remove(unused.queries());
            needed.remove(unused.management());
        });
        Arrays.stream(BrokerNode.values()).skip(options.shape().brokers()).forEach(unused -> {
            needed.remove(unused.clients());
            needed.remove(unused.controller());
        });
        Arrays.stream(ConnectNode.values())
                .skip(options.shape().workers())
                .forEach(unused -> needed.remove(unused.rest()));
        needed.forEach(port -> free(port, port.number()));
        memory(availableMemory());
        disk(workspace.data());
    }

    /** What brokers keep is laid out for so many of them, and for users or none. */
    static void shape(Shape before, Shape now, Workspace workspace) {
        boolean hasData = Files.exists(workspace.data().resolve(BrokerNode.FIRST.process()));
        if (hasData && (before.brokers() != now.brokers() || before.secure() != now.secure())) {
            throw new StackFailure("The state that is kept here is that of " + before.said() + ", and " + now.said()
                    + " was asked for: ask for what there is, or forget everything with `./crossdock up --fresh`.");
        }
    }

    static void platform(String system, String architecture) {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw new StackFailure("The database servers of the local stack are built for Linux on x86-64, this is "
                    + system + " on " + architecture + ": run it in a Linux machine or container.");
        }
    }

    static void free(Port port, int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            String who = PortOwner.of(number).map(owner -> " by " + owner).orElse("");
            throw new StackFailure("Port " + number + " for " + port.owner() + " is taken" + who
                    + ": end that process, or choose another port with the variable " + port.variable() + ".");
        }
    }

    static void memory(Optional<Double> gib) {
        gib.filter(free -> free < MEMORY_GIB).ifPresent(free -> {
            throw new StackFailure(String.format(
                    Locale.ROOT,
                    "The stack needs %.0f GiB of free memory and %.1f GiB are free: end something else first.",
                    MEMORY_GIB,
                    free));
        });
    }

    private static void disk(Path data) {
        try {
            double free = (double) Files.getFileStore(data).getUsableSpace() / GIB;
            if (free < DISK_GIB) {
                throw new StackFailure(String.format(
                        Locale.ROOT,
                        "The stack needs %.0f GiB of free disk and %.1f GiB are free at %s: make room there.",
                        DISK_GIB,
                        free,
                        data));
            }
        } catch (IOException e) {
            throw new StackFailure("The free disk at " + data + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** What new programs can get without swapping, by the kernel's own estimate. */
    private static Optional<Double> availableMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024.0 / GIB)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
