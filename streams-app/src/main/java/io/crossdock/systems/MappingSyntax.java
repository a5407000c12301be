package io.crossdock.systems;

import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Checks that a JSLT file compiles, before anything starts, without knowing what our functions do. */
final class MappingSyntax {

    private static final List<Function> SIGNATURES = Arrays.stream(MappingFunction.values())
            .<Function>map(function -> new DeclaredFunction(function, arguments -> NullNode.getInstance()))
            .toList();

    private MappingSyntax() {}

    /** Writes down file, line and reason if the file does not compile. */
    static void check(Path file, List<Problem> problems) {
        try {
            new Parser(new StringReader(Files.readString(file)))
                    .withSource(String.valueOf(file.getFileName()))
                    .withFunctions(SIGNATURES)
                    .compile();
        } catch (JsltException e) {
            String reason = e.getMessageWithoutLocation().lines().findFirst().orElse("");
            problems.add(new Problem(file, lineOf(e), "", reason, "a JSLT expression that compiles"));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "", "not readable (" + e.getMessage() + ")", "a JSLT file"));
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
