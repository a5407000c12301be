package io.crossdock.systems;

import java.util.List;
import java.util.stream.Collectors;

/** The folder {@code connectors} cannot be used as it is; carries every problem of every file. */
public final class InvalidSystemsException extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidSystemsException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining(
                        "\n",
                        problems.size() + (problems.size() == 1 ? " problem" : " problems")
                                + " in the connectors folder:\n",
                        "")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the files; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
