package io.crossdock.local.prove;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a proof found, check by check, and the one line it comes to. */
public final class Verdict {

    private final List<Check> checks = new ArrayList<>();

    /** Adds a check. */
    public void add(Check check) {
        checks.add(check);
    }

    /** Adds checks. */
    public void addAll(List<Check> more) {
        checks.addAll(more);
    }

    /** Adds a check of the given parts. */
    public void check(String what, boolean passed, String detail) {
        add(new Check(what, passed, detail));
    }

    /** {@code verdict: pass …} or {@code verdict: fail …} with the claims that do not hold; without any check it fails. */
    public String line() {
        List<Check> failed = checks.stream().filter(check -> !check.passed()).toList();
        if (checks.isEmpty()) {
            return "verdict: fail, nothing was checked";
        }
        return failed.isEmpty()
                ? "verdict: pass, " + checks.size() + " checks"
                : "verdict: fail, " + failed.size() + " of " + checks.size() + " checks: "
                        + failed.stream().map(Check::what).collect(Collectors.joining("; "));
    }

    /** 0 if everything holds, else 1. */
    public int exitCode() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::passed) ? 0 : 1;
    }

    /** Prints the table and then the line. */
    public void print(PrintStream out) {
        int width =
                checks.stream().mapToInt(check -> check.what().length()).max().orElse(0);
        out.println();
        for (Check check : checks) {
            out.printf(
                    Locale.ROOT,
                    "%-4s  %-" + Math.max(1, width) + "s  %s%n",
                    check.passed() ? "ok" : "FAIL",
                    check.what(),
                    check.detail());
        }
        out.println();
        out.println(line());
        out.flush();
    }
}
