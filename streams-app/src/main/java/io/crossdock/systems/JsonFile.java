package io.crossdock.systems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON file that is read field by field, each problem written down with its line instead of thrown. */
final class JsonFile {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Path path;
    private final List<String> lines;
    private final JsonNode root;
    private final List<Problem> problems;

    private JsonFile(Path path, List<String> lines, JsonNode root, List<Problem> problems) {
        this.path = path;
        this.lines = lines;
        this.root = root;
        this.problems = problems;
    }

    /** Reads a file; null, with the problem written down, if it is no JSON object. */
    static @Nullable JsonFile read(Path path, List<Problem> problems) {
        try {
            String text = Files.readString(path);
            JsonNode root = MAPPER.readTree(text);
            if (root.isObject()) {
                return new JsonFile(path, text.lines().toList(), root, problems);
            }
            problems.add(new Problem(path, 1, "", "no JSON object", "a JSON object"));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new Problem(path, line, "", "no valid JSON: " + e.getOriginalMessage(), "valid JSON"));
        } catch (IOException e) {
            problems.add(new Problem(path, 0, "", "not readable (" + e.getMessage() + ")", "a readable file"));
        }
        return null;
    }

    Path path() {
        return path;
    }

    JsonNode root() {
        return root;
    }

    /** Writes down a problem of a field, given by its path with dots. */
    void problem(String field, String found, String expected) {
        problems.add(new Problem(path, lineOf(field), field, found, expected));
    }

    /** Text of a field; {@code ""}, with the problem written down, if it is none. */
    String text(String field, String expected) {
        JsonNode node = at(field);
        if (node.isTextual() && !node.textValue().isEmpty()) {
            return node.textValue();
        }
        problem(field, describe(node), expected);
        return "";
    }

    /** Text of a field that may be absent. */
    String text(String field, String expected, String otherwise) {
        return at(field).isMissingNode() ? otherwise : text(field, expected);
    }

    /** Whole number of a field; {@code otherwise} if absent, and, with the problem written down, if it is too small. */
    long number(String field, long least, long otherwise) {
        JsonNode node = at(field);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= least) {
            return node.longValue();
        }
        problem(field, describe(node), "a whole number from " + least);
        return otherwise;
    }

    /** Texts of a field, empty if it is absent. */
    List<String> texts(String field) {
        JsonNode node = at(field);
        List<String> found = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> found.add(item.asText()));
        } else if (!node.isMissingNode()) {
            problem(field, describe(node), "an array of texts");
        }
        return found;
    }

    /** The same, each a name of a constant. */
    List<String> names(String field, Enum<?>[] constants) {
        List<String> allowed = Arrays.stream(constants).map(Enum::name).toList();
        List<String> found = texts(field);
        found.stream()
                .filter(text -> !allowed.contains(text))
                .forEach(text -> problem(field, "found " + text, "some of " + allowed));
        return found;
    }

    /** Texts by name of a field, empty if it is absent. */
    Map<String, String> textsByName(String field) {
        Map<String, String> found = new LinkedHashMap<>();
        JsonNode node = at(field);
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue().asText()));
        } else if (!node.isMissingNode()) {
            problem(field, describe(node), "an object of texts");
        }
        return found;
    }

    /** Constant of an enum by its name in lower case; null, with the problem written down, if there is none. */
    <E extends Enum<E>> @Nullable E constant(String field, Class<E> type, E otherwise) {
        JsonNode node = at(field);
        if (node.isMissingNode()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (node.isTextual() && name.equals(node.textValue())) {
                return constant;
            }
            names.add(name);
        }
        problem(field, describe(node), "one of " + names);
        return null;
    }

    /** Names of the fields of an object, in the order of the file; none if it is absent. */
    List<String> names(String field) {
        return at(field).properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The node at a path with dots; missing if there is none. Names of entities and types hold no dots. */
    JsonNode at(String field) {
        JsonNode node = root;
        for (String name : field.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    /** Each name of the path is looked for behind the one before it; 0 where even the first is not in the file. */
    private int lineOf(String field) {
        int line = 0;
        for (String name : field.split("\\.", -1)) {
            int from = Math.max(0, line - 1);
            int found = lineFrom(from, "\"" + name + "\"");
            if (found == 0) {
                return line;
            }
            line = found;
        }
        return line;
    }

    private int lineFrom(int from, String text) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String describe(JsonNode node) {
        return node.isMissingNode() ? "it is missing" : "found " + node;
    }
}
