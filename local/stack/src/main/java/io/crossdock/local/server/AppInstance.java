package io.crossdock.local.server;

import io.crossdock.local.layout.Port;
import java.util.Arrays;
import java.util.List;

/** The instances of the application that a stack can run, all of one group, each with its own ports and state directory. */
public enum AppInstance {
    FIRST("app", "app-1", Port.APP, Port.MANAGEMENT),
    SECOND("app-2", "app-2", Port.APP_2, Port.MANAGEMENT_2);

    private final String process;
    private final String member;
    private final Port queries;
    private final Port management;

    AppInstance(String process, String member, Port queries, Port management) {
        this.process = process;
        this.member = member;
        this.queries = queries;
        this.management = management;
    }

    /** The first so many. */
    public static List<AppInstance> first(int count) {
        return Arrays.asList(values()).subList(0, count);
    }

    /** Name of its process, its log and its state directory. */
    public String process() {
        return process;
    }

    /** Its name in the group, the same after each restart. */
    public String member() {
        return member;
    }

    /** Where it answers queries. */
    public Port queries() {
        return queries;
    }

    /** Where it tells of its health and its metrics. */
    public Port management() {
        return management;
    }
}
