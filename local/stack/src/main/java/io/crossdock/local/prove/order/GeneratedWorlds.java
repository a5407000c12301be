package io.crossdock.local.prove.order;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.JavaProgram;
import io.crossdock.local.prove.Verdict;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.proof.Coverage;
import io.crossdock.worlds.proof.Proof;
import io.crossdock.worlds.proof.Smallest;
import io.crossdock.worlds.proof.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code prove order} without a broker: world after world, in a process of its own that may compute. */
public final class GeneratedWorlds {

    /** Fewer worlds say nothing about how often something occurs. */
    private static final long ENOUGH_FOR_COVERAGE = 10_000;

    /** After each slice a line is printed, from whose end a run that was cut off goes on with {@code --from}. */
    private static final long SLICE = 50_000;

    private static final List<String> OPTIONS = List.of("-Xmx1500m", "-XX:+UseParallelGC", "-XX:-UsePerfData");

    private GeneratedWorlds() {}

    /**
     * Proves the worlds of {@code seeds} seeds.
     *
     * @param from first seed
     * @return exit code, 0 if every order is told as it is
     */
    public static int prove(Workspace workspace, long from, long seeds, int threads) {
        return start(workspace, List.of(String.valueOf(from), String.valueOf(seeds), String.valueOf(threads)));
    }

    /** Tells the story of one world and what is told of it; exit code 0 if that is as it is. */
    public static int tell(Workspace workspace, long seed) {
        return start(workspace, List.of(String.valueOf(seed)));
    }

    /** Where the files of the worlds' systems and connections are. */
    static Path connectors(Workspace workspace) {
        return workspace.root().resolve("local/worlds/connectors");
    }

    private static int start(Workspace workspace, List<String> arguments) {
        List<String> program = new ArrayList<>(List.of(GeneratedWorlds.class.getName()));
        program.addAll(arguments);
        return JavaProgram.run(workspace, OPTIONS, System.getProperty("java.class.path"), program, Map.of());
    }

    /** The process: one seed to tell, or the first seed, how many, and threads. */
    public static void main(String[] args) {
        Rules rules = Rules.load(connectors(Workspace.current()));
        Verdict verdict = new Verdict();
        if (args.length == 1) {
            tell(rules, Long.parseLong(args[0]), verdict);
        } else {
            prove(rules, Long.parseLong(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]), verdict);
        }
        verdict.print(System.out);
        System.exit(verdict.exitCode());
    }

    private static void tell(Rules rules, long seed, Verdict verdict) {
        Story.of(rules, seed).forEach(System.out::println);
        boolean told = new Proof(rules).judge(seed).isEmpty();
        verdict.check("the world of seed " + seed + " is told as it is", told, told ? "no difference" : "see above");
    }

    private static void prove(Rules rules, long from, long seeds, int threads, Verdict verdict) {
        Proof proof = new Proof(rules);
        Coverage coverage = new Coverage();
        long worlds = 0;
        long records = 0;
        List<Proof.Failure> failed = List.of();
        while (worlds < seeds && failed.isEmpty()) {
            Slice slice = new Slice(from + worlds, Math.min(SLICE, seeds - worlds), System.nanoTime());
            Proof.Result result = proof.run(slice.from, slice.seeds, threads, slice::tell);
            slice.end(result, threads);
            coverage.add(result.coverage());
            worlds += result.worlds();
            records += result.records();
            failed = result.failed();
        }
        System.out.printf(Locale.ROOT, "%nin how many worlds each occurred%n");
        new TreeMap<>(coverage.worlds())
                .forEach((what, times) -> System.out.printf(Locale.ROOT, "%9d  %s%n", times, what));
        if (!failed.isEmpty()) {
            Smallest.of(rules, failed.getFirst().seed()).tell().forEach(System.out::println);
        }
        verdict.check(
                "every order is told as it is",
                failed.isEmpty() && worlds == seeds,
                failed.isEmpty()
                        ? worlds + " worlds, " + records + " records"
                        : "seeds " + failed.stream().map(Proof.Failure::seed).toList());
        if (seeds >= ENOUGH_FOR_COVERAGE) {
            List<String> rare = coverage.tooRare(worlds);
            verdict.check(
                    "everything occurs at least " + Coverage.LEAST + " times in 10,000 worlds",
                    rare.isEmpty(),
                    rare.isEmpty() ? coverage.worlds().size() + " features and situations" : "too rare: " + rare);
        }
    }

    /** A part of the run, and what a person sees of it. */
    private record Slice(long from, long seeds, long began) {

        void tell(long done) {
            double perSecond = done / seconds();
            System.out.printf(
                    Locale.ROOT,
                    "\r%d of %d worlds from %d, %.0f a second, %.0f s left   ",
                    done,
                    seeds,
                    from,
                    perSecond,
                    perSecond == 0 ? 0 : (seeds - done) / perSecond);
            System.out.flush();
        }

        void end(Proof.Result result, int threads) {
            System.out.printf(
                    Locale.ROOT,
                    "\rslice: seeds %d to %d, %d records, %d failed, %.0f s, %.0f worlds a second, %d threads%n",
                    from,
                    from + result.worlds() - 1,
                    result.records(),
                    result.failed().size(),
                    seconds(),
                    result.worlds() / seconds(),
                    threads);
        }

        private double seconds() {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
