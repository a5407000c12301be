package io.crossdock.systems;

import java.nio.file.Path;
import java.util.List;

/** One table or object of a system whose rows come in, be it as facts or as reference data. */
public sealed interface Captured permits EntityDefinition, ReferenceDefinition {

    /** Kebab-case, last part of the raw topic's name, for example {@code order-lines}. */
    String name();

    /** Name at the source. */
    String table();

    /** Primary key columns in order. */
    List<String> key();

    /** Type in the key of its raw records, {@code <connection>:<type>:<value>}. */
    String homeType();

    /** Columns that hold the value in that key, joined with {@code |} if several. */
    List<String> homeColumns();

    /** Columns that may leave the source; personal data is not among them. */
    List<String> columns();

    /** Columns without which a row says nothing: absent or null is schema drift. */
    List<String> required();

    /** JSLT file that says what a row means. */
    Path mapping();
}
