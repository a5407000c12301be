package io.crossdock.local.prove;

import picocli.CommandLine.Command;

/** {@code prove}: table of contents of the proofs. */
@Command(
        name = "prove",
        description = "Look from outside whether the running stack keeps a promise; ends with a verdict, exit 0 or 1.",
        subcommands = {
            ProveAccessCommand.class,
            ProveActivityCommand.class,
            ProveChaosCommand.class,
            ProveGoLiveCommand.class,
            ProveImagesCommand.class,
            ProveLagCommand.class,
            ProveLoopCommand.class,
            ProveOrderCommand.class,
            ProvePoisonCommand.class,
            ProveReconcileCommand.class,
            ProveSilenceCommand.class,
            ProveSubscribersCommand.class,
        },
        subcommandsRepeatable = false,
        mixinStandardHelpOptions = true)
public final class ProveCommand {}
