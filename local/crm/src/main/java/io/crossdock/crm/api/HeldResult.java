package io.crossdock.crm.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The result of a query as it was read, page by page, compressed: a hundred thousand orders take ten megabytes and not two hundred. */
final class HeldResult {

    /** Rows are JSON objects on one line each. */
    private static final char END = '\n';

    private final int batchSize;
    private final List<byte[]> pages = new ArrayList<>();
    private final List<String> filling = new ArrayList<>();
    private int total;

    /** Nothing yet; pages of so many rows. */
    HeldResult(int batchSize) {
        this.batchSize = batchSize;
    }

    /** The next row. */
    void add(String row) {
        if (filling.size() == batchSize) {
            pages.add(packed(filling));
            filling.clear();
        }
        filling.add(row);
        total++;
    }

    int total() {
        return total;
    }

    /** True if a page begins there. */
    boolean begins(int offset) {
        return offset % batchSize == 0 && offset < total;
    }

    /** Where the next page begins; none if it is not less than {@link #total}. */
    int behind(int offset) {
        return offset + batchSize;
    }

    /** The rows of the page that begins there. */
    List<String> page(int offset) {
        int page = offset / batchSize;
        return page < pages.size() ? unpacked(pages.get(page)) : List.copyOf(filling);
    }

    private static byte[] packed(List<String> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (String row : rows) {
                zip.write(row.getBytes(StandardCharsets.UTF_8));
                zip.write(END);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> unpacked(byte[] page) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(page))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
