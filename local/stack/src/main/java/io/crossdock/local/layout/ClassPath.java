package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a module needs to run: its own jar and the jars that Maven resolved for it, where they lie.
 *
 * @param jars existing files, the module's own first
 */
public record ClassPath(List<Path> jars) {

    private static final String FILE = "classpath.txt";

    public ClassPath {
        jars = List.copyOf(jars);
    }

    /**
     * The class path of a module.
     *
     * @param path of the module below the checkout, for example {@code local/broker}
     * @throws StackFailure if the module is not built, or a jar has gone since
     */
    public static ClassPath of(Workspace workspace, String path) {
        Path target = workspace.target(path);
        List<Path> jars = new ArrayList<>(List.of(ownJar(target, path)));
        try {
            jars.addAll(parse(Files.readString(target.resolve(FILE))));
        } catch (IOException e) {
            throw notBuilt(path, target.resolve(FILE));
        }
        for (Path jar : jars) {
            if (!Files.exists(jar)) {
                throw notBuilt(path, jar);
            }
        }
        return new ClassPath(jars);
    }

    /** The same with the jar of one more module at the end, without what that module needs itself. */
    public ClassPath withJarOf(Workspace workspace, String path) {
        List<Path> all = new ArrayList<>(jars);
        all.add(ownJar(workspace.target(path), path));
        return new ClassPath(all);
    }

    /** As the argument of {@code -cp}. */
    public String asArgument() {
        return String.join(":", jars.stream().map(Path::toString).toList());
    }

    /** Reads the line Maven wrote: jars with colons between them. */
    static List<Path> parse(String line) {
        return Stream.of(line.strip().split(":"))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }

    private static Path ownJar(Path target, String path) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            String.valueOf(file.getFileName()).matches("crossdock-.*(?<!-sources|-tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(path, target.resolve("crossdock-*.jar")));
        } catch (IOException e) {
            throw notBuilt(path, target);
        }
    }

    private static StackFailure notBuilt(String path, Path missing) {
        return new StackFailure("The module " + path + " is not built (" + missing
                + " is missing): run `./crossdock build`, which builds what is missing or outdated.");
    }
}
