package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.config.Settings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

/** What a lookup costs in a store that is larger than the cache: a part of an index and of a filter, whatever the size of the store. */
class BoundedMemoryTest {

    private static final int ROWS = 100_000;
    private static final int ROW_BYTES = 200;
    private static final int FEW_KILOBYTES = 24 * 1024;

    private static final Map<String, Object> MEMORY = Map.of(BoundedMemory.MEBIBYTES, 96);

    @TempDir
    private Path folder;

    @Test
    void shouldReadAPartOfAnIndexForALookup() throws RocksDBException {
        // Given: a store of 20 MB, closed and opened again
        try (Options options = options(new Statistics(), MEMORY);
                RocksDB store = RocksDB.open(options, folder.toString())) {
            write(store);
            store.compactRange();
        }

        // When
        try (Statistics read = new Statistics();
                Options options = options(read, MEMORY);
                RocksDB store = RocksDB.open(options, folder.toString())) {
            assertThat(store.get(key(ROWS / 2))).hasSize(ROW_BYTES);

            // Then
            assertThat(read.getTickerCount(TickerType.BLOCK_CACHE_BYTES_WRITE))
                    .as("bytes brought into the cache to find one row")
                    .isPositive()
                    .isLessThan(FEW_KILOBYTES);
        }
    }

    @Test
    void shouldWriteFewerFilesTheMoreMemoryThereIs() throws RocksDBException {
        // When
        int few = filesWritten("1024", folder.resolve("much"));
        int many = filesWritten("32", folder.resolve("little"));

        // Then
        assertThat(few).as("files written with 1024 MiB").isEqualTo(1);
        assertThat(many).as("files written with 32 MiB").isGreaterThan(10);
    }

    /** Of a store that 20 MB are written to, before they are merged. */
    private static int filesWritten(String mebibytes, Path store) throws RocksDBException {
        Properties settings = StreamsSettings.of(Settings.from(Map.of("CROSSDOCK_STATE_MEMORY", mebibytes)));
        Map<String, Object> configs = new HashMap<>();
        settings.forEach((key, value) -> configs.put(key.toString(), value));
        try (Statistics statistics = new Statistics();
                Options options = options(statistics, configs).setDisableAutoCompactions(true);
                RocksDB rows = RocksDB.open(options, store.toString())) {
            write(rows);
            return rows.getLiveFilesMetaData().size();
        }
    }

    private static void write(RocksDB store) throws RocksDBException {
        byte[] row = new byte[ROW_BYTES];
        for (int i = 0; i < ROWS; i++) {
            new java.util.Random(i).nextBytes(row);
            store.put(key(i), row);
        }
        try (FlushOptions flush = new FlushOptions()) {
            store.flush(flush);
        }
    }

    private static byte[] key(int i) {
        return ByteBuffer.allocate(Long.BYTES).putLong(i * 31L).array();
    }

    /** As Kafka Streams opens a store. */
    private static Options options(Statistics statistics, Map<String, Object> configs) {
        BlockBasedTableConfig tables = new BlockBasedTableConfig();
        tables.setBlockSize(4096);
        tables.setFilterPolicy(new BloomFilter());
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(tables);
        options.setStatistics(statistics);
        new BoundedMemory().setConfig("mailboxes", options, configs);
        return options;
    }
}
