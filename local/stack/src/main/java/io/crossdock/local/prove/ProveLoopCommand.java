package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.loop.LoopProof;
import io.crossdock.local.prove.loop.Protection;
import io.crossdock.local.prove.loop.scene.Scenes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code prove loop}: every system is told once and nothing older over anything newer, whatever goes wrong meanwhile. */
@Command(
        name = "loop",
        description = {
            "Many orders live while the CRM is slow, rude, silent and away, and worker and application are killed;",
            "in the end everybody has been told once, and nothing older was written over anything newer.",
        },
        mixinStandardHelpOptions = true)
public final class ProveLoopCommand implements Callable<Integer> {

    private static final int ORDERS = 2_000;
    private static final int SHORT_ORDERS = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Progress progress = new Progress(System.out);

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many (default: 2000, with --short 60; each scene has its own).")
    private @Nullable Integer orders;

    @Option(names = "--short", description = "Faults of seconds instead of minutes, one kill of each: three minutes.")
    private boolean brief;

    @Option(
            names = "--seed",
            defaultValue = "23",
            description = "Same seed, same orders and faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--without",
            paramLabel = "PROTECTION",
            converter = ProtectionOf.class,
            description = {
                "Negative control: the sinks do without fence, idempotency-keys or read-back,",
                "which are given back at the end; the verdict must be a failure.",
            })
    private @Nullable Protection without;

    @Option(
            names = "--scene",
            paramLabel = "SCENE",
            converter = SceneOf.class,
            description = {
                "One promise instead of all trouble at once: quota (few calls a minute, 1000 orders waiting),",
                "copies (1000 orders of the ERP while the CRM is read anew), outage (the others' lag with the CRM",
                "up, away and up, 100 orders each) or thrice (a shipment delivered three times).",
            })
    private @Nullable Scenes scene;

    @Override
    public Integer call() {
        if (scene != null && (brief || without != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--scene is played by itself: leave out --short and --without.");
        }
        Verdict verdict = scene == null ? everything() : scene.play(Workspace.current(), orders, progress);
        verdict.print(System.out);
        return verdict.exitCode();
    }

    private Verdict everything() {
        int count = orders != null ? orders : brief ? SHORT_ORDERS : ORDERS;
        return LoopProof.run(Workspace.current(), count, brief, seed, without, progress);
    }

    static final class SceneOf implements ITypeConverter<Scenes> {
        @Override
        public Scenes convert(String value) {
            return Scenes.of(value)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + value + "' is neither quota, copies, outage nor thrice"));
        }
    }

    static final class ProtectionOf implements ITypeConverter<Protection> {
        @Override
        public Protection convert(String value) {
            return Protection.of(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is neither fence, idempotency-keys nor read-back"));
        }
    }
}
