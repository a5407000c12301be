package io.crossdock.bench;

import io.crossdock.bench.throughput.ArchiveCommand;
import io.crossdock.bench.throughput.EventCommand;
import io.crossdock.bench.throughput.GrowthCommand;
import io.crossdock.bench.throughput.SizingCommand;
import io.crossdock.bench.throughput.ThroughputCommand;
import io.crossdock.bench.throughput.TimersCommand;
import io.crossdock.local.process.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Table of contents of {@code ./crossdock bench}: one class per measurement. */
@Command(
        name = "bench",
        description = "Measure: latency on the running stack, throughput and footprint beside it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LatencyCommand.class,
            ThroughputCommand.class,
            GrowthCommand.class,
            SizingCommand.class,
            ArchiveCommand.class,
            EventCommand.class,
            TimersCommand.class,
            FootprintCommand.class
        })
public final class Bench {

    private Bench() {}

    /** Runs one measurement; what went wrong is one sentence. */
    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Bench());
        commands.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackFailure failure) {
                System.err.println("crossdock: " + failure.sentence());
                return 1;
            }
            throw exception;
        });
        System.exit(commands.execute(args));
    }
}
