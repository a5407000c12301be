package io.crossdock.local.command;

import io.crossdock.local.database.Databases;
import io.crossdock.local.layout.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code unpack}: the last step of a build, unpacks the database servers so that the first start need not. */
@Command(name = "unpack", hidden = true, description = "Unpack the database servers.")
public final class UnpackCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Databases.unpack(Workspace.current());
        return 0;
    }
}
