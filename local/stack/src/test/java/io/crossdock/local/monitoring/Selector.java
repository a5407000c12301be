package io.crossdock.local.monitoring;

import java.util.Set;

/**
 * One selector of series in an expression.
 *
 * @param metric name of the metric or of a recording rule
 * @param matchers what stands between the braces; empty for none
 * @param labels names of the labels that are matched
 */
record Selector(String metric, String matchers, Set<String> labels) {

    /** The selector alone, as an expression. */
    String text() {
        return metric + "{" + matchers + "}";
    }
}
