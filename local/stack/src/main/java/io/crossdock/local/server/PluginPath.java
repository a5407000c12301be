package io.crossdock.local.server;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The directory of plugins that the Connect worker reads: Debezium's, unpacked by the build, and a link to our own. */
public final class PluginPath {

    private PluginPath() {}

    /** The directory, with the link to our plugin in it. */
    public static Path of(Workspace workspace) {
        Path plugins = workspace.target("local/stack").resolve("plugins");
        Path ours = workspace.target("connectors/plugin").resolve("plugin");
        if (!Files.isDirectory(ours)) {
            throw new StackFailure(
                    "The Connect plugin is not built (" + ours + " is missing): run `./crossdock build`.");
        }
        Path link = plugins.resolve("crossdock");
        try {
            // Relative, so that the checkout may be moved; the worker takes each directory in here for one plugin.
            Path there = plugins.relativize(ours);
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !there.equals(Files.readSymbolicLink(link))) {
                Files.delete(link);
            }
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, there);
            }
            return plugins;
        } catch (IOException e) {
            throw new StackFailure("The link " + link + " cannot be made: " + e.getMessage() + ".", e);
        }
    }
}
