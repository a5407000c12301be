package io.crossdock.contract;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Says what breaks between two versions of a schema, in sentences that name the field and the rule. */
final class Compatibility {

    private Compatibility() {}

    /** Everything that breaks: a new reader on old records (backward), and an old reader on new ones (forward). */
    static List<String> breaks(String name, Schema released, Schema current) {
        return Stream.concat(
                        problems(current, released).map(problem -> sentence(name, "BACKWARD", problem)),
                        problems(released, current).map(problem -> sentence(name, "FORWARD", problem)))
                .toList();
    }

    private static Stream<Incompatibility> problems(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream();
    }

    private static String sentence(String name, String rule, Incompatibility problem) {
        return name + " breaks the rule " + rule + " at " + problem.getLocation() + ": " + problem.getType() + ", "
                + problem.getMessage()
                + ". Give a new field a default, keep the type of an old one, remove none without.";
    }
}
