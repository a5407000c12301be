package io.crossdock.local.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Text;

/**
 * Rows under headings, each column as wide as what stands in it; a column in which nothing stands is left out, and what is too wide for
 * the page is wrapped. picocli's own table wraps one column only.
 */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;
    private static final String RIGHT = ">";

    private sealed interface Line {
        record Row(List<Text> cells) implements Line {}

        record Note(Text text) implements Line {}
    }

    private record Column(int index, boolean right, int width) {}

    private final Ink ink;
    private final List<String> headings;
    private final List<Line> lines = new ArrayList<>();

    /** A table with these headings; one that begins with {@code >} is flush right, and if all are empty none is shown. */
    public Table(Ink ink, String... headings) {
        this.ink = ink;
        this.headings = List.of(headings);
    }

    /** A row, of as many cells as there are headings. */
    public Table row(Text... cells) {
        lines.add(new Line.Row(List.of(cells)));
        return this;
    }

    /** A line that belongs to the row above and takes the whole width. */
    public Table note(Text text) {
        lines.add(new Line.Note(text));
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The table as lines for a page so many columns wide. */
    String text(int width) {
        List<Column> columns = columns(width);
        StringBuilder text = new StringBuilder();
        List<Text> titles = headings.stream().map(Table::title).map(ink::faint).toList();
        if (titles.stream().anyMatch(title -> length(title) > 0)) {
            text.append(row(titles, columns));
        }
        for (Line line : lines) {
            text.append(
                    switch (line) {
                        case Line.Row row -> row(row.cells(), columns);
                        case Line.Note note ->
                            note(note.text(), columns.getFirst().width() + GAP, width);
                    });
        }
        return text.toString();
    }

    private List<Column> columns(int width) {
        int[] used = IntStream.range(0, headings.size())
                .filter(column -> rows().anyMatch(row -> length(row.cells().get(column)) > 0))
                .toArray();
        int[] widths = widest(used, Table::length);
        int page = width - GAP * (used.length - 1);
        // Between words first, so that identifiers stay whole and can be copied.
        narrow(widths, widest(used, Table::longestWord), page);
        narrow(widths, IntStream.generate(() -> NARROWEST).limit(used.length).toArray(), page);
        return IntStream.range(0, used.length)
                .mapToObj(i -> new Column(used[i], headings.get(used[i]).startsWith(RIGHT), widths[i]))
                .toList();
    }

    private int[] widest(int[] columns, ToIntFunction<Text> measure) {
        return Arrays.stream(columns)
                .map(column -> Stream.concat(
                                Stream.of(ink.plain(title(headings.get(column)))),
                                rows().map(row -> row.cells().get(column)))
                        .mapToInt(measure)
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Takes from the widest column that has something to give, until all fit or none has. */
    private static void narrow(int[] widths, int[] least, int page) {
        while (Arrays.stream(widths).sum() > page) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> widths[column] > least[column])
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElse(-1);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private String row(List<Text> cells, List<Column> columns) {
        List<List<Text>> wrapped = columns.stream()
                .map(column -> wrapped(cells.get(column.index()), column.width()))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < height; line++) {
            int missing = 0;
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                Text part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : ink.none();
                int rest = column.width() - length(part);
                if (length(part) > 0) {
                    text.repeat(' ', missing + (column.right() ? rest : 0)).append(part);
                    missing = column.right() ? 0 : rest;
                } else {
                    missing += rest;
                }
                missing += GAP;
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String note(Text note, int indent, int width) {
        StringBuilder text = new StringBuilder();
        for (Text part : wrapped(note, Math.max(NARROWEST, width - indent))) {
            text.repeat(' ', indent).append(part).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static List<Text> wrapped(Text text, int width) {
        List<Text> lines = new ArrayList<>();
        String plain = text.plainString();
        int from = 0;
        while (plain.length() - from > width) {
            int space = plain.lastIndexOf(' ', from + width);
            boolean betweenWords = space > from;
            int end = betweenWords ? space : from + width;
            lines.add(text.substring(from, end));
            from = betweenWords ? end + 1 : end;
        }
        lines.add(text.substring(from));
        return lines;
    }

    private Stream<Line.Row> rows() {
        return lines.stream().filter(Line.Row.class::isInstance).map(Line.Row.class::cast);
    }

    private static String title(String heading) {
        return heading.startsWith(RIGHT) ? heading.substring(1) : heading;
    }

    private static int length(Text text) {
        return text.plainString().length();
    }

    private static int longestWord(Text text) {
        return Arrays.stream(text.plainString().split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
