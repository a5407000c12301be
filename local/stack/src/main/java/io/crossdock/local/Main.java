package io.crossdock.local;

import io.crossdock.local.activity.ActivityCommand;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.connector.ConnectorsCommand;
import io.crossdock.local.client.deadletter.DeadLettersCommand;
import io.crossdock.local.client.exception.ExceptionsCommand;
import io.crossdock.local.client.lag.LagCommand;
import io.crossdock.local.client.order.OrderCommand;
import io.crossdock.local.client.replay.ReplayCommand;
import io.crossdock.local.client.targets.TargetsCommand;
import io.crossdock.local.command.BenchCommand;
import io.crossdock.local.command.DownCommand;
import io.crossdock.local.command.EnvCommand;
import io.crossdock.local.command.ManifestsCommand;
import io.crossdock.local.command.RestartCommand;
import io.crossdock.local.command.StatusCommand;
import io.crossdock.local.command.UnpackCommand;
import io.crossdock.local.command.UpCommand;
import io.crossdock.local.demo.DemoCommand;
import io.crossdock.local.image.ImagesCommand;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.ProveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Table of contents of {@code ./crossdock}: one class per command. */
@Command(
        name = "crossdock",
        description = "Runs Crossdock and everything it talks to on this machine, and asks it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            EnvCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            OrderCommand.class,
            ExceptionsCommand.class,
            LagCommand.class,
            TargetsCommand.class,
            ReplayCommand.class,
            DeadLettersCommand.class,
            ConnectorsCommand.class,
            DemoCommand.class,
            ActivityCommand.class,
            ManifestsCommand.class,
            ImagesCommand.class,
            UnpackCommand.class,
            ProveCommand.class,
            BenchCommand.class,
        })
public final class Main {

    private Main() {}

    /** Runs one command; its exit code becomes the process's, and what went wrong one sentence. */
    public static void main(String[] args) {
        System.exit(commands().execute(args));
    }

    /** All commands; those that ask a server tell a wrong command line in one sentence, because their help is long. */
    public static CommandLine commands() {
        CommandLine commands = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        CommandLine.IParameterExceptionHandler usage = commands.getParameterExceptionHandler();
        commands.setParameterExceptionHandler((exception, arguments) -> {
            CommandLine command = exception.getCommandLine();
            if (command.getParent() == null || command.getCommandSpec().findOption("--help") == null) {
                return usage.handleParseException(exception, arguments);
            }
            String name = command.getCommandSpec().qualifiedName();
            return said(
                    command, exception.getMessage() + ": `./" + name + " --help` says how.", ExitCode.USAGE.number());
        });
        return commands.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackFailure failure) {
                return said(command, failure.sentence(), 1);
            }
            if (exception instanceof ClientFailure failure) {
                return said(command, failure.sentence(), failure.exitCode().number());
            }
            throw exception;
        });
    }

    private static int said(CommandLine command, String sentence, int exitCode) {
        command.getErr().println("crossdock: " + sentence);
        command.getErr().flush();
        return exitCode;
    }
}
