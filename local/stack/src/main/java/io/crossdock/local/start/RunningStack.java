package io.crossdock.local.start;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lock that says a stack of this checkout runs; the kernel lets go of it when its launcher ends, however it ends. */
public final class RunningStack implements AutoCloseable {

    private static final String FILE = "launcher.lock";

    private final FileChannel channel;

    private RunningStack(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock for this process.
     *
     * @throws StackFailure if another launcher has it
     */
    public static RunningStack take(Workspace workspace) {
        try {
            FileChannel channel = open(workspace);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StackFailure("A stack of this checkout runs already (launcher "
                        + launcher(workspace).map(entry -> "pid " + entry.pid()).orElse("is ending")
                        + "): `./crossdock down` ends it.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new RunningStack(channel);
        } catch (IOException e) {
            throw new StackFailure("The lock in " + workspace.run() + " cannot be taken: " + e.getMessage() + ".", e);
        }
    }

    /** The launcher that runs the stack now; empty if none does. */
    public static Optional<ProcessEntry> launcher(Workspace workspace) {
        Path file = workspace.run().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = open(workspace)) {
            @Nullable FileLock lock = tryLock(channel);
            if (lock != null) {
                return Optional.empty();
            }
            String pid = Files.readString(file).strip();
            return pid.isEmpty() ? Optional.empty() : Optional.of(new ProcessEntry(Long.parseLong(pid)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Workspace workspace) throws IOException {
        return FileChannel.open(
                workspace.run().resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }
}
