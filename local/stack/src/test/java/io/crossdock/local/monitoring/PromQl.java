package io.crossdock.local.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an expression asks for: its selectors, and the labels it groups or matches by. Whether it is PromQL at all is left to
 * Prometheus.
 *
 * @param text the expression
 */
record PromQl(String text) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)}|(?![\\w:]*\\s*\\())");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool", "inf", "nan");

    /** Every selector, in the order of the text. */
    List<Selector> selectors() {
        String bare = RANGE.matcher(GROUPING.matcher(text).replaceAll(" ")).replaceAll(" ");
        List<Selector> selectors = new ArrayList<>();
        Matcher matcher = SELECTOR.matcher(bare);
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group(1))) {
                String matchers = matcher.group(2) == null ? "" : matcher.group(2);
                selectors.add(new Selector(matcher.group(1), matchers, names(MATCHER.matcher(matchers))));
            }
        }
        return selectors;
    }

    /** Labels that series are grouped or matched by. */
    Set<String> groupedBy() {
        Set<String> labels = new TreeSet<>();
        GROUPING.matcher(text)
                .results()
                .flatMap(grouping -> Stream.of(grouping.group(1).split(",")))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels;
    }

    private static Set<String> names(Matcher matcher) {
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
