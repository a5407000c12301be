package io.crossdock.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;

/**
 * A function of mapping files with what it does: under the name and with the arguments that are declared for it.
 *
 * @param function what is declared
 * @param body what it does
 */
public record DeclaredFunction(MappingFunction function, Body body) implements Function {

    /** What a function does. */
    @FunctionalInterface
    public interface Body {

        /** The answer to as many arguments as are declared. */
        JsonNode call(JsonNode[] arguments);
    }

    @Override
    public String getName() {
        return function.text();
    }

    @Override
    public int getMinArguments() {
        return function.minArguments();
    }

    @Override
    public int getMaxArguments() {
        return function.maxArguments();
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        return body.call(arguments);
    }
}
