package io.crossdock.local.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A question of a dashboard or a rule.
 *
 * @param where file and panel or rule, for whoever has to mend it
 * @param promQl what is asked, with the dashboard's variables still in it
 * @param shown labels that the answer must have, because the legend shows them
 */
record Query(String where, PromQl promQl, Set<String> shown) {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** A query whose legend is {@code legend}, such as {@code {{target}} p99}. */
    static Query of(String where, String promQl, String legend) {
        Set<String> shown = new TreeSet<>();
        SHOWN.matcher(legend).results().forEach(label -> shown.add(label.group(1)));
        return new Query(where, new PromQl(promQl), shown);
    }

    /** As Grafana sends it when everything is selected and the scrape interval is short. */
    String filledIn() {
        return filledIn(promQl.text());
    }

    /** Any part of a query, filled in the same way. */
    static String filledIn(String promQl) {
        return promQl.replace("$__rate_interval", "1m").replaceAll("\\$\\w+", ".*");
    }

    @Override
    public String toString() {
        return where;
    }
}
