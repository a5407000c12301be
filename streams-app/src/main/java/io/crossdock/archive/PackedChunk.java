package io.crossdock.archive;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.contract.ArchivedEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Entries of an archived mailbox, which say nearly the same many times over, in few bytes. */
final class PackedChunk {

    private static final boolean WITHOUT_HEADER = true;

    private static final AvroBytes<ArchiveChunk> BYTES = new AvroBytes<>(ArchiveChunk.getClassSchema());

    private PackedChunk() {}

    /** A chunk that holds them; as they are where packing does not make them fewer. */
    static ArchiveChunk of(Instant at, List<ArchivedEntry> entries) {
        ArchiveChunk plain = new ArchiveChunk(at, entries, null);
        byte[] bytes = Objects.requireNonNull(BYTES.serialize(ArchiveStore.NAME, plain));
        byte[] packed = deflated(bytes);
        return packed.length < bytes.length ? new ArchiveChunk(at, List.of(), ByteBuffer.wrap(packed)) : plain;
    }

    /** What a chunk holds, packed or not, as 0.1.0 wrote them. */
    static List<ArchivedEntry> entries(ArchiveChunk chunk) {
        ByteBuffer packed = chunk.getPacked();
        return packed == null
                ? chunk.getEntries()
                : BYTES.read(inflated(ArchiveStore.bytes(packed))).getEntries();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, WITHOUT_HEADER);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack what goes to the archive", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] inflated(byte[] packed) {
        Inflater inflater = new Inflater(WITHOUT_HEADER);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack what the archive holds", e);
        } finally {
            inflater.end();
        }
    }
}
