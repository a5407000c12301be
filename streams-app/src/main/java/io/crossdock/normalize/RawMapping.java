package io.crossdock.normalize;

import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;

/** What the rows of one raw topic become. */
sealed interface RawMapping permits EntityMapping, ReferenceMapping {

    /** Connection the rows come from. */
    Connection connection();

    /** Table or object they stand in. */
    Captured captured();

    /**
     * What a row says that was created, changed or found.
     *
     * @throws Rejection if it cannot be read
     */
    Normalized said(RawRecord record, Envelope envelope);

    /**
     * What a deleted row says; it carries no more than the primary key.
     *
     * @throws Rejection if it cannot be read
     */
    Normalized deleted(RawRecord record, Envelope envelope);
}
