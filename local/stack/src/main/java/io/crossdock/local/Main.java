package io.crossdock.local;

import io.crossdock.local.activity.ActivityCommand;
import io.crossdock.local.command.BenchCommand;
import io.crossdock.local.command.DownCommand;
import io.crossdock.local.command.EnvCommand;
import io.crossdock.local.command.RestartCommand;
import io.crossdock.local.command.StatusCommand;
import io.crossdock.local.command.UnpackCommand;
import io.crossdock.local.command.UpCommand;
import io.crossdock.local.demo.DemoCommand;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.ProveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Table of contents of {@code ./crossdock}: one class per command. */
@Command(
        name = "crossdock",
        description = "Runs Crossdock and everything it talks to on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            EnvCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            DemoCommand.class,
            ActivityCommand.class,
            UnpackCommand.class,
            ProveCommand.class,
            BenchCommand.class,
        })
public final class Main {

    private Main() {}

    /** Runs one command; its exit code becomes the process's, and what went wrong one sentence. */
    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Main());
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
