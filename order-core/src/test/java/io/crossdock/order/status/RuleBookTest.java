package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/rules.md, the code and the tests in step. */
class RuleBookTest {

    private static final Pattern CITATION = Pattern.compile("\\bR([1-9]\\d{0,2})\\b");
    private static final Pattern RANGE = Pattern.compile("\\bR([1-9]\\d?) to R([1-9]\\d{0,2})\\b");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| \\*\\*R(\\d+)\\*\\* \\|(.*)$");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

    @Test
    void shouldHaveATestForEveryRule() {
        // Given
        Set<Integer> cited = citations("test");
        Set<String> tests = sources("test")
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        // When
        List<Integer> untested = rules().entrySet().stream()
                .filter(rule -> !cited.contains(rule.getKey()))
                .filter(rule -> !namesExistingTests(rule.getValue(), tests))
                .map(Map.Entry::getKey)
                .toList();

        // Then
        assertThat(untested).as("rules that no test cites").isEmpty();
    }

    @Test
    void shouldHaveARuleForEveryCitation() {
        // Given
        Set<Integer> cited = citations("main");
        cited.addAll(citations("test"));

        // When
        cited.removeAll(rules().keySet());

        // Then
        assertThat(cited).as("citations without a rule").isEmpty();
    }

    private static boolean namesExistingTests(String rule, Set<String> tests) {
        List<String> named =
                TEST_NAME.matcher(rule).results().map(match -> match.group(1)).toList();
        return !named.isEmpty() && tests.containsAll(named);
    }

    private static Map<Integer, String> rules() {
        Map<Integer, String> rules = new TreeMap<>();
        Matcher matcher = RULE.matcher(read(home().resolve("docs/rules.md")));
        while (matcher.find()) {
            String before = rules.put(Integer.parseInt(matcher.group(1)), matcher.group(2));
            assertThat(before).as("R" + matcher.group(1) + " is given out once").isNull();
        }
        assertThat(rules).isNotEmpty();
        return rules;
    }

    private static Set<Integer> citations(String part) {
        Set<Integer> cited = new TreeSet<>();
        sources(part)
                .filter(path -> !path.endsWith("RuleBookTest.java"))
                .map(RuleBookTest::read)
                .forEach(text -> {
                    CITATION.matcher(text).results().forEach(match -> cited.add(Integer.parseInt(match.group(1))));
                    RANGE.matcher(text).results().forEach(match -> addRange(cited, match.group(1), match.group(2)));
                });
        return cited;
    }

    /** A range cites the rules that exist between its ends. */
    private static void addRange(Set<Integer> cited, String from, String to) {
        rules().keySet().stream()
                .filter(rule -> rule >= Integer.parseInt(from) && rule <= Integer.parseInt(to))
                .forEach(cited::add);
    }

    private static Stream<Path> sources(String part) {
        return Stream.of("order-core", "streams-app")
                .flatMap(module ->
                        javaFiles(home().resolve(module).resolve("src").resolve(part)));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/rules.md"))
                ? here
                : here.resolve("..").normalize();
    }
}
