package io.crossdock.connect.home;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The homes of a connection's entities, read from {@code orders=order(id),order-lines=order(order_id)}. */
final class HomeRules {

    private static final Pattern ENTRY = Pattern.compile(
            "\\s*([a-z0-9][a-z0-9-]*)\\s*=\\s*([a-z][a-z0-9-]*)\\s*\\(\\s*([^()]+?)\\s*\\)\\s*(!salesforce)?\\s*(?:,|$)");

    private final Map<String, HomeRule> byEntity;

    private HomeRules(Map<String, HomeRule> byEntity) {
        this.byEntity = byEntity;
    }

    /**
     * Reads the option.
     *
     * @throws ConfigException naming the place that could not be read
     */
    static HomeRules parse(String option, String text) {
        Map<String, HomeRule> rules = new LinkedHashMap<>();
        Matcher matcher = ENTRY.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ConfigException(
                        option,
                        text,
                        "expected <entity>=<type>(<column>[,<column>])[!salesforce] at '" + text.substring(at) + "'");
            }
            List<String> columns = Arrays.stream(matcher.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            HomeRule rule = new HomeRule(matcher.group(2), columns, matcher.group(4) != null);
            if (columns.contains("") || rules.put(matcher.group(1), rule) != null) {
                throw new ConfigException(
                        option, text, "entity " + matcher.group(1) + " is named twice or has an empty column");
            }
            at = matcher.end();
        }
        if (rules.isEmpty()) {
            throw new ConfigException(option, text, "name at least one entity, for example orders=order(id)");
        }
        return new HomeRules(Collections.unmodifiableMap(rules));
    }

    /** The rule of an entity in kebab-case, null if none is declared. */
    @Nullable
    HomeRule of(String entity) {
        return byEntity.get(entity);
    }

    /** The entities declared, in the order of the option. */
    Iterable<String> entities() {
        return byEntity.keySet();
    }
}
