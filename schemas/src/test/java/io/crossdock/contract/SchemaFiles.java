package io.crossdock.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Reads the schema files of one folder; a few are named by others and come first. */
final class SchemaFiles {

    static final Path CURRENT = Path.of("src", "main", "avro");
    static final Path RELEASED = Path.of("released");

    private static final List<String> FIRST = List.of("order-version.avsc", "fact.avsc", "order-status.avsc");

    private SchemaFiles() {}

    /** Schema by file name. */
    static Map<String, Schema> in(Path folder) {
        List<String> names = new ArrayList<>(FIRST);
        names(folder).stream().filter(name -> !FIRST.contains(name)).forEach(names::add);
        Schema.Parser parser = new Schema.Parser();
        Map<String, Schema> schemas = new TreeMap<>();
        for (String name : names) {
            try {
                schemas.put(name, parser.parse(Files.readString(folder.resolve(name))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }

    /** Names of what is in a folder, sorted. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
