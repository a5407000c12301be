package io.crossdock.local.prove.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.image.ImageLayout;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.process.Supervisor;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.PluginPath;
import io.crossdock.local.server.Servers;
import io.crossdock.local.start.Installation;
import io.crossdock.local.start.SmallStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lays both images out, runs the application from its directory, and lets a worker find the plugins in the other. */
final class ImagesProof {

    private static final String INSIDE = "/opt/crossdock";
    private static final int PARTITIONS = 1;

    private final Workspace workspace;
    private final Progress progress;
    private final Servers servers;
    private final Verdict verdict = new Verdict();

    ImagesProof(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
        workspace.create();
        this.servers = new Servers(workspace, Secrets.readOrCreate(workspace), Shape.PLAIN);
    }

    Verdict run() throws IOException {
        Path out = readableByAll("crossdock-images");
        SmallStack stack = SmallStack.start(workspace, progress, PARTITIONS, Shape.PLAIN);
        try {
            ImageLayout layout = new ImageLayout(workspace, out);
            progress.step("images", "laying them out");
            application(layout.app());
            plugins(layout.connect(PluginPath.of(workspace)));
        } finally {
            stack.close();
            Workspace.delete(out);
        }
        return verdict;
    }

    private void application(Path image) throws IOException {
        Containerfile file = Containerfile.of(image);
        Path state = readableByAll("crossdock-state");
        Somebody user = Somebody.of(file.user());
        user.own(state);
        ChildSpec usual = servers.app(AppInstance.FIRST, 1, PARTITIONS);
        Map<String, String> environment = new HashMap<>(usual.environment());
        // It is the local stack's own, and in no image.
        environment.remove("CROSSDOCK_STREAMS_PROCESSOR_WRAPPER_CLASS");
        environment.remove(Workspace.CONNECTORS);
        environment.put("CROSSDOCK_STATE_DIR", state.toString());
        file.environment()
                .forEach(line -> environment.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = user.command(file.command(INSIDE, image, java));
        // By which what a launcher leaves behind is known; the application reads no arguments.
        command.add(workspace.mark() + "run");
        Supervisor supervisor = supervisor();
        try {
            supervisor.start(usual.by(command).with(environment).in(image));
            verdict.check(
                    "the application runs from what its image holds",
                    true,
                    image.resolve("lib") + ", as user " + file.user());
            verdict.check("by somebody who may not write there", !user.mayWrite(image.resolve("lib")), user.toString());
            int uid = uid(usual.name());
            verdict.check("who is not root", uid > 0, "the process runs as user " + uid);
            verdict.check("and keeps its state where it was told", holdsSomething(state), state.toString());
        } catch (StackFailure e) {
            verdict.check("the application runs from what its image holds", false, e.sentence());
        } finally {
            supervisor.endAll();
            Workspace.delete(state);
        }
    }

    private void plugins(Path image) {
        Supervisor supervisor = supervisor();
        ChildSpec usual = servers.connect(ConnectNode.FIRST);
        List<String> command = new ArrayList<>(usual.command());
        command.set(command.size() - 1, image.resolve("plugins").toString());
        try {
            supervisor.start(usual.by(command));
            Set<String> missing = new TreeSet<>(needed());
            missing.removeAll(found());
            verdict.check(
                    "Connect finds every connector in what its image holds", missing.isEmpty(), "missing " + missing);
        } finally {
            supervisor.endAll();
        }
    }

    private Supervisor supervisor() {
        return new Supervisor(workspace.logs(), workspace.run(), workspace.mark(), progress);
    }

    private int uid(String component) throws IOException {
        long pid = PidFile.of(workspace.run(), component, workspace.mark())
                .running()
                .orElseThrow(() -> new StackFailure(component + " does not run any more."))
                .pid();
        return (Integer) Files.getAttribute(Path.of("/proc", String.valueOf(pid)), "unix:uid");
    }

    private static boolean holdsSomething(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".sst")
                    || file.getFileName().toString().equals("CURRENT"));
        }
    }

    private static Path readableByAll(String name) throws IOException {
        Path directory = Files.createTempDirectory(name);
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Set<String> needed() {
        Set<String> classes = new TreeSet<>();
        new Installation(workspace, Brokers.current(), PARTITIONS)
                .connectors()
                .values()
                .forEach(config -> classes.add(Objects.requireNonNull(config.get("connector.class"))));
        return classes;
    }

    private static Set<String> found() {
        Set<String> classes = new TreeSet<>();
        try {
            JsonNode plugins = new ObjectMapper()
                    .readTree(Http.get(Port.CONNECT.url() + "/connector-plugins", Map.of())
                            .body());
            plugins.forEach(plugin -> classes.add(plugin.path("class").asText()));
            return classes;
        } catch (JsonProcessingException e) {
            throw new StackFailure("Connect answered what is no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }
}
