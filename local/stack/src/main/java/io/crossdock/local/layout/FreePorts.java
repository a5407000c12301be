package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports nobody listens at, for a stack beside the one that has the usual ports. */
public final class FreePorts {

    /** Below the range from which the kernel gives ports to clients, so that none of those takes one in between. */
    private static final int FROM = 20_000;

    private static final int TO = 30_000;

    private FreePorts() {}

    /** One for each port of the stack, by the variable that moves it. */
    public static Map<String, String> asVariables() {
        Map<String, String> variables = new TreeMap<>();
        int candidate = ThreadLocalRandom.current().nextInt(FROM, TO);
        for (Port port : Port.values()) {
            do {
                candidate++;
            } while (!isFree(candidate));
            variables.put(port.variable(), String.valueOf(candidate));
        }
        return variables;
    }

    private static boolean isFree(int port) {
        if (port > TO + FROM) {
            throw new StackFailure("No free port was found between " + FROM + " and " + port + ".");
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
