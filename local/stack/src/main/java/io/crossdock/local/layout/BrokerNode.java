package io.crossdock.local.layout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The brokers that a stack can run, each its own controller. */
public enum BrokerNode {
    FIRST(1, "broker", Port.BROKER, Port.CONTROLLER),
    SECOND(2, "broker-2", Port.BROKER_2, Port.CONTROLLER_2),
    THIRD(3, "broker-3", Port.BROKER_3, Port.CONTROLLER_3);

    private final int id;
    private final String process;
    private final Port clients;
    private final Port controller;

    BrokerNode(int id, String process, Port clients, Port controller) {
        this.id = id;
        this.process = process;
        this.clients = clients;
        this.controller = controller;
    }

    /** The first so many. */
    public static List<BrokerNode> first(int count) {
        return Arrays.asList(values()).subList(0, count);
    }

    /** The controllers of the first so many, as Kafka wants them. */
    public static String voters(int count) {
        return first(count).stream()
                .map(node -> node.id() + "@" + node.controller.address())
                .collect(Collectors.joining(","));
    }

    /** Name of its process, its log and its directory. */
    public String process() {
        return process;
    }

    /** Its number in the cluster. */
    public int id() {
        return id;
    }

    /** Where it answers clients and other brokers. */
    public Port clients() {
        return clients;
    }

    /** Where it answers other controllers. */
    public Port controller() {
        return controller;
    }
}
