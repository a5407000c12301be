package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
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

    @TempDir
    private Path folder;

    @Test
    void shouldReadAPartOfAnIndexForALookup() throws RocksDBException {
        // Given: a store of 20 MB, closed and opened again
        try (Options options = options(new Statistics());
                RocksDB store = RocksDB.open(options, folder.toString());
                FlushOptions flush = new FlushOptions()) {
            byte[] row = new byte[ROW_BYTES];
            for (int i = 0; i < ROWS; i++) {
                new java.util.Random(i).nextBytes(row);
                store.put(key(i), row);
            }
            store.flush(flush);
            store.compactRange();
        }

        // When
        try (Statistics read = new Statistics();
                Options options = options(read);
                RocksDB store = RocksDB.open(options, folder.toString())) {
            assertThat(store.get(key(ROWS / 2))).hasSize(ROW_BYTES);

            // Then
            assertThat(read.getTickerCount(TickerType.BLOCK_CACHE_BYTES_WRITE))
                    .as("bytes brought into the cache to find one row")
                    .isPositive()
                    .isLessThan(FEW_KILOBYTES);
        }
    }

    private static byte[] key(int i) {
        return ByteBuffer.allocate(Long.BYTES).putLong(i * 31L).array();
    }

    /** As Kafka Streams opens a store. */
    private static Options options(Statistics statistics) {
        BlockBasedTableConfig tables = new BlockBasedTableConfig();
        tables.setBlockSize(4096);
        tables.setFilterPolicy(new BloomFilter());
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(tables);
        options.setStatistics(statistics);
        new BoundedMemory().setConfig("mailboxes", options, Map.of());
        return options;
    }
}
