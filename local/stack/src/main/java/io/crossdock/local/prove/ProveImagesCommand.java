package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.prove.images.RunImages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code prove images}: what the images hold is all that it takes. */
@Command(
        name = "images",
        description = {
            "Lays out what the images hold; runs the application from there as the user that its Containerfile names,",
            "who may write nothing there; lets a Connect worker find every connector. Starts what it needs.",
        },
        mixinStandardHelpOptions = true)
public final class ProveImagesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return RunImages.run(Workspace.current());
    }
}
