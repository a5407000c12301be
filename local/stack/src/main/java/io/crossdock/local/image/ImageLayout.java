package io.crossdock.local.image;

import io.crossdock.local.layout.ClassPath;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directories that images are built from: each with its Containerfile and everything that is copied. */
public final class ImageLayout {

    private final Workspace workspace;
    private final Path out;

    /** {@code out} is the directory that each image gets one in. */
    public ImageLayout(Workspace workspace, Path out) {
        this.workspace = workspace;
        this.out = out;
    }

    /** The application: its jars, and the folder of systems and connections. */
    public Path app() throws IOException {
        Path image = begin("app");
        Path lib = Files.createDirectories(image.resolve("lib"));
        for (Path jar : ClassPath.of(workspace, "streams-app").jars()) {
            Path copy = lib.resolve(jar.getFileName());
            if (Files.exists(copy)) {
                throw new StackFailure("Two libraries of the application have files of one name: " + jar.getFileName()
                        + ". One would hide the other in the image.");
            }
            Files.copy(jar, copy);
        }
        for (String part : List.of("systems", "connections")) {
            copy(
                    workspace.connectors().resolve(part),
                    image.resolve("connectors").resolve(part));
        }
        return image;
    }

    /** Connect: its plugins. */
    public Path connect(Path plugins) throws IOException {
        Path image = begin("connect");
        copy(plugins, image.resolve("plugins"));
        return image;
    }

    private Path begin(String name) throws IOException {
        Path image = out.resolve(name);
        Workspace.delete(image);
        Files.createDirectories(image);
        Path containerfile =
                workspace.root().resolve("k8s/images").resolve(name).resolve("Containerfile");
        Files.copy(containerfile, image.resolve("Containerfile"));
        return image;
    }

    /** Links are followed: our own plugin is one. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            files = found.toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }
}
