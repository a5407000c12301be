package io.crossdock.connect.source;

import java.io.IOException;

/** Reads page by page, one call at a time. What fails has changed nothing: the next call reads the same. */
interface PageReader {

    /**
     * The next page.
     *
     * @throws ReadFailed if the target answered with an error
     * @throws IOException if it did not answer
     */
    Page next() throws IOException, InterruptedException;
}
