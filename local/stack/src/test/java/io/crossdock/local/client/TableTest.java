package io.crossdock.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TableTest {

    private final Ink ink = Ink.of(Ansi.OFF);

    @Test
    void shouldWrapBetweenWordsAndKeepIdentifiersWhole() {
        // Given
        Table table = new Table(ink, "order", ">count", "text")
                .row(ink.plain("erp:sales-order:SO-1042"), ink.plain("7"), ink.plain("one two three four five six"))
                .row(ink.plain("x"), ink.plain("11"), ink.plain("seven"));

        // When, Then
        assertThat(table.text(46)).isEqualTo("""
                order                    count  text
                erp:sales-order:SO-1042      7  one two three
                                                four five six
                x                           11  seven
                """);
    }

    @Test
    void shouldBreakWordsWhereThePageIsTooNarrowForThem() {
        // Given
        Table table = new Table(ink, "", "").row(ink.plain("abcdefghijklm"), ink.plain("1234567890"));

        // When, Then
        assertThat(table.text(20)).isEqualTo("""
                abcdefghi  123456789
                jklm       0
                """);
    }

    @Test
    void shouldLeaveOutAColumnInWhichNothingStands() {
        // Given
        Table table = new Table(ink, "a", "b", "c")
                .row(ink.plain("1"), ink.none(), ink.plain("3"))
                .note(ink.plain("about the row"));

        // When, Then
        assertThat(table.text(40)).isEqualTo("""
                a  c
                1  3
                   about the row
                """);
    }

    @Test
    void shouldMeasureWhatIsSeenAndNotItsColour() {
        // Given
        Ink colours = Ink.of(Ansi.ON);
        Table table = new Table(colours, "", "").row(colours.bad("FAILED"), colours.plain("x"));

        // When, Then
        assertThat(table.text(40)).startsWith("\u001b[31mFAILED\u001b[39m").endsWith("  x\n");
    }

    @Test
    void shouldLetNothingSteerTheTerminal() {
        // When, Then
        assertThat(Ink.of(Ansi.ON).plain("a\u001b[2Jb\n\u202Ec@|red d|@").toString())
                .contains("a [2Jb c@|red d|@")
                .doesNotContain("\u001b[2J", "\u001b[31m", "\u202E");
    }
}
