package io.crossdock.connect;

import org.jspecify.annotations.Nullable;

/**
 * A connector, or one of its tasks.
 *
 * @param connector its name
 * @param task number of the task; null for the connector itself
 */
record Part(String connector, @Nullable Integer task) {

    /** The path that starts it again. */
    String restartPath() {
        return "/connectors/" + connector + (task == null ? "/restart" : "/tasks/" + task + "/restart");
    }

    @Override
    public String toString() {
        return task == null ? connector : connector + " task " + task;
    }
}
