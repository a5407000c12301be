package io.crossdock.local.image;

import io.crossdock.k8s.ImageNames;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.PluginPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code images}: lays out what the images hold, and says how a container engine builds them. */
@Command(name = "images", description = "Lay out what the container images of the application and of Connect hold.")
public final class ImagesCommand implements Callable<Integer> {

    @Option(names = "--out", description = "Where to (default: .crossdock/images).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Path folder = out == null ? workspace.run().resolveSibling("images") : out;
        ImageLayout layout = new ImageLayout(workspace, folder);
        try {
            ImageNames names = ImageNames.in(workspace.root().resolve("k8s"));
            say(names.app(), layout.app());
            say(names.connect(), layout.connect(PluginPath.of(workspace)));
            return 0;
        } catch (IOException e) {
            throw new StackFailure("The images cannot be laid out in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static void say(String name, Path image) {
        System.out.println("podman build -t " + name + " " + image);
    }
}
