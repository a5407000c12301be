package io.crossdock.normalize;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.crossdock.systems.Connection;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Compiles a JSLT file once; {@link io.crossdock.systems.Systems} has checked that it compiles. */
final class MappingCompiler {

    /** What JSLT does by itself, said aloud. */
    private static final String DROPS_EMPTY = ". != null and . != {} and . != []";

    private MappingCompiler() {}

    /**
     * An expression that leaves out null and empty fields, so that "the row does not say" needs no word.
     *
     * @throws InvalidSystemsException if the file has changed since it was checked
     */
    static Expression compile(Path file, Collection<Function> functions) {
        return compile(file, functions, DROPS_EMPTY);
    }

    /** An expression that keeps nulls, for a body in which null means "clear this field". */
    static Expression compileKeepingNulls(Path file, Connection connection) {
        return compile(file, new MappingLanguage(connection).functions(), "true");
    }

    private static Expression compile(Path file, Collection<Function> functions, String objectFilter) {
        try {
            return new Parser(new StringReader(Files.readString(file)))
                    .withSource(String.valueOf(file.getFileName()))
                    .withFunctions(functions)
                    .withObjectFilter(objectFilter)
                    .compile();
        } catch (JsltException | IOException e) {
            throw new InvalidSystemsException(
                    List.of(new Problem(file, 0, "", String.valueOf(e.getMessage()), "a JSLT file that compiles")));
        }
    }
}
