package io.crossdock.local.prove.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time went, as bars: one line for each delay, one letter for each hop. */
final class Picture {

    private static final int WIDTH = 60;

    private Picture() {}

    static List<String> lines(Measured usual, Map<Hop, Measured> held) {
        List<String> lines = new ArrayList<>();
        double longest = held.values().stream()
                .mapToDouble(measured -> measured.median(Hop.TOTAL))
                .max()
                .orElse(1);
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-12s %8s  %s", "held up", "ms", legend()));
        lines.add(line("nothing", usual, longest));
        held.forEach((hop, measured) -> lines.add(line(hop.text(), measured, longest)));
        return lines;
    }

    private static String legend() {
        return Hop.PARTS.stream().map(hop -> hop.letter() + " " + hop.text()).collect(Collectors.joining("  "));
    }

    private static String line(String what, Measured measured, double longest) {
        StringBuilder bar = new StringBuilder();
        for (Hop hop : Hop.PARTS) {
            int length = (int) Math.round(Math.max(0, measured.median(hop)) / longest * WIDTH);
            bar.append(hop.letter().repeat(length));
        }
        return String.format(Locale.ROOT, "%-12s %8.0f  %s", what, measured.median(Hop.TOTAL), bar);
    }
}
