package io.crossdock.bench.throughput;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pipe writes for what it reads, so that it moves the bytes that the topology moved.
 *
 * @param writes one entry for each topic that the topology wrote to
 */
record Recipe(List<Writes> writes) {

    Recipe {
        writes = List.copyOf(writes);
    }

    /** A record as it was written; without a value it is a tombstone. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: bytes on their way from one topic to another.
    record Sample(byte[] key, byte @Nullable [] value) {}

    /**
     * What goes to one topic.
     *
     * @param topic name as the topology calls it
     * @param records how many were written
     * @param bytes of their keys and values
     * @param samples some of them, taken evenly
     */
    record Writes(String topic, long records, long bytes, List<Sample> samples) {
        Writes {
            samples = List.copyOf(samples);
        }

        /** True for what a store writes down for its recovery. */
        boolean isChangelog() {
            return topic.endsWith("-changelog");
        }
    }

    void write(Path file) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(writes.size());
            for (Writes each : writes) {
                out.writeUTF(each.topic());
                out.writeLong(each.records());
                out.writeLong(each.bytes());
                out.writeInt(each.samples().size());
                for (Sample sample : each.samples()) {
                    bytes(out, sample.key());
                    bytes(out, sample.value());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recipe read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<Writes> writes = new ArrayList<>();
            for (int topics = in.readInt(); topics > 0; topics--) {
                String topic = in.readUTF();
                long records = in.readLong();
                long bytes = in.readLong();
                List<Sample> samples = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    byte[] key = bytes(in);
                    samples.add(new Sample(key == null ? new byte[0] : key, bytes(in)));
                }
                writes.add(new Writes(topic, records, bytes, samples));
            }
            return new Recipe(writes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
