package io.crossdock.local.client;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;

/** Text in the colour of what it says, plain where the terminal shows none; nothing that others wrote can steer the terminal. */
public record Ink(ColorScheme scheme) {

    /** Control characters, and those that turn the direction of writing. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** With colours, without, or with where they can be seen. */
    static Ink of(Ansi ansi) {
        return new Ink(Help.defaultColorScheme(ansi));
    }

    /** Whether colours are seen. */
    boolean isColoured() {
        return scheme.ansi().enabled();
    }

    /** As everything else. */
    public Text plain(String text) {
        return painted(text, List.of());
    }

    /** Fine. */
    public Text good(String text) {
        return painted(text, List.of(Style.fg_green));
    }

    /** Worth a look. */
    public Text warning(String text) {
        return painted(text, List.of(Style.fg_yellow));
    }

    /** Wrong. */
    public Text bad(String text) {
        return painted(text, List.of(Style.fg_red));
    }

    /** A heading. */
    public Text strong(String text) {
        return painted(text, List.of(Style.bold));
    }

    /** Of less weight. */
    public Text faint(String text) {
        return painted(text, List.of(Style.faint));
    }

    /** Nothing. */
    public Text none() {
        return scheme.ansi().new Text(0);
    }

    private Text painted(String text, List<IStyle> styles) {
        String harmless = STEERING.matcher(text).replaceAll(" ");
        // What others wrote is never read as markup, "@|red such as this|@".
        return styles.isEmpty() && !harmless.contains("@|")
                ? scheme.ansi().new Text(harmless)
                : scheme.apply(harmless, styles);
    }
}
