package io.crossdock.systems;

import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.crossdock.order.fact.Link;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks, before anything starts, that a JSLT file compiles, without knowing what our functions do, and that the rules of
 * its links are rules.
 */
final class MappingSyntax {

    private static final List<Function> SIGNATURES = Arrays.stream(MappingFunction.values())
            .<Function>map(function -> new DeclaredFunction(function, arguments -> NullNode.getInstance()))
            .toList();

    private static final Pattern LINK_RULE = Pattern.compile("\"rule\"\\s*:\\s*\"([^\"]*)\"");

    private static final List<String> LINK_RULES = Arrays.stream(Link.Rule.values())
            .map(rule -> rule.name().toLowerCase(Locale.ROOT))
            .toList();

    private MappingSyntax() {}

    /** Writes down file, line and reason if the file does not compile. */
    static void check(Path file, List<Problem> problems) {
        try {
            String text = Files.readString(file);
            new Parser(new StringReader(text))
                    .withSource(String.valueOf(file.getFileName()))
                    .withFunctions(SIGNATURES)
                    .compile();
            checkLinkRules(file, text, problems);
        } catch (JsltException e) {
            String reason = e.getMessageWithoutLocation().lines().findFirst().orElse("");
            problems.add(new Problem(file, lineOf(e), "", reason, "a JSLT expression that compiles"));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "", "not readable (" + e.getMessage() + ")", "a JSLT file"));
        }
    }

    /** A rule that nobody knows would make a dead letter of every row; it is told before the first one comes. */
    private static void checkLinkRules(Path file, String text, List<Problem> problems) {
        Matcher matcher = LINK_RULE.matcher(text);
        while (matcher.find()) {
            if (!LINK_RULES.contains(matcher.group(1))) {
                int line = 1
                        + (int) text.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                problems.add(new Problem(file, line, "rule", "found " + matcher.group(1), "one of " + LINK_RULES));
            }
        }
    }

    /** A syntax error carries its line only in its text: {@code Parse error: Encountered … at line 3, column 4}. */
    private static int lineOf(JsltException e) {
        if (e.getLine() > 0) {
            return e.getLine();
        }
        String text = String.valueOf(e.getMessage());
        int at = text.indexOf("line ");
        int end = at < 0 ? -1 : text.indexOf(',', at);
        return end < 0
                ? 0
                : Integer.parseInt(text.substring(at + "line ".length(), end).strip());
    }
}
