package io.crossdock.local.server;

import io.crossdock.local.layout.Port;
import java.util.Arrays;
import java.util.List;

/** The Connect workers that a stack can run, all of one group. */
public enum ConnectNode {
    FIRST("connect", Port.CONNECT),
    SECOND("connect-2", Port.CONNECT_2);

    private final String process;
    private final Port rest;

    ConnectNode(String process, Port rest) {
        this.process = process;
        this.rest = rest;
    }

    /** The first so many. */
    public static List<ConnectNode> first(int count) {
        return Arrays.asList(values()).subList(0, count);
    }

    /** Name of its process and its log. */
    public String process() {
        return process;
    }

    /** Where it answers. */
    public Port rest() {
        return rest;
    }
}
