package io.crossdock.local.command;

import io.crossdock.local.layout.EnvironmentLines;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code env}: prints where everything is, for other programs: {@code eval "$(./crossdock env)"}. */
@Command(name = "env", description = "Print addresses, users and passwords as KEY=VALUE.")
public final class EnvCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        if (!Files.exists(Secrets.file(workspace))) {
            throw new StackFailure(
                    "There are no passwords yet, the stack was never started here: run `./crossdock up`.");
        }
        System.out.println(EnvironmentLines.text(Secrets.read(workspace)));
        return 0;
    }
}
