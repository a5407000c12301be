package io.crossdock.local.command;

import io.crossdock.k8s.Manifests;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.systems.InvalidSystemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code manifests}: writes the manifests that follow from the systems, the connections and the tables of topics and grants. */
@Command(
        name = "manifests",
        description =
                "Write the manifests below k8s that follow from connectors/, the table of topics and the table of grants.")
public final class ManifestsCommand implements Callable<Integer> {

    @Option(
            names = "--check",
            description = "Write nothing; exit with 1 and name the files if one is not what it should be.")
    private boolean check;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Path k8s = workspace.root().resolve("k8s");
        try {
            Map<Path, String> files = Manifests.of(workspace.connectors(), k8s);
            List<Path> changed = check ? Manifests.outdated(files, k8s) : Manifests.write(files, k8s);
            changed.forEach(file -> System.out.println((check ? "outdated " : "written  ") + "k8s/" + file));
            if (check && !changed.isEmpty()) {
                throw new StackFailure("Manifests are not what they follow from: run `./crossdock manifests`.");
            }
            if (changed.isEmpty()) {
                System.out.println("all " + files.size() + " files are as they should be");
            }
            return 0;
        } catch (InvalidSystemsException e) {
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StackFailure("The manifests cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
