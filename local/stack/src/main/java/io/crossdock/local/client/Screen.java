package io.crossdock.local.client;

import java.time.Instant;
import java.time.ZoneId;
import picocli.CommandLine.Help.Ansi.Text;

/** A page of text that grows downwards: headings, lines and tables. */
public final class Screen {

    private final Ink ink;
    private final int width;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    /** An empty page of {@code width} columns whose times are those of {@code zone}. */
    public Screen(Ink ink, int width, ZoneId zone) {
        this.ink = ink;
        this.width = width;
        this.zone = zone;
    }

    /** What it is written with. */
    public Ink ink() {
        return ink;
    }

    /** Its columns. */
    public int width() {
        return width;
    }

    /** How instants are told at {@code now}. */
    public When when(Instant now) {
        return new When(zone, now);
    }

    /** A heading, with an empty line above unless it is the first. */
    public void section(String title) {
        if (!text.isEmpty()) {
            text.append(System.lineSeparator());
        }
        text.append(ink.strong(title)).append(System.lineSeparator());
    }

    /** A line, wrapped where the page ends. */
    public void line(Text line) {
        table(new Table(ink, "").row(line));
    }

    /** A table. */
    public void table(Table table) {
        text.append(table.text(width));
    }

    /** All of it. */
    public String text() {
        return text.toString();
    }
}
