package io.crossdock.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One cache and one memtable budget for every store of the process; without it each store and partition takes its own. */
public final class BoundedMemory implements RocksDBConfigSetter {

    /** Key among the settings of Kafka Streams: how much all stores together may hold, an Integer. */
    static final String MEBIBYTES = "crossdock.state.memory.mebibytes";

    private static final int MEBIBYTE = 1024 * 1024;

    /** Rows that wait in one store take a part of this many: the larger the part, the fewer the files that have to be merged. */
    private static final int PARTS = 24;

    static {
        RocksDB.loadLibrary();
    }

    /** Few stream threads share it: many small parts of it would each be too small for the largest blocks. */
    private static final int CACHE_PARTS_LOG2 = 2;

    /** Of the cache, for what a lookup needs before it knows which block to read. */
    private static final double SHARE_OF_INDEXES = 0.3;

    private static final Map<Integer, Memory> MEMORIES = new ConcurrentHashMap<>();

    /** What stores share; as many as there are sizes in the process: one. */
    private record Memory(Cache cache, WriteBufferManager memtables, long memtable) {

        /** Half of it is for rows not yet written to disk, and what these leave for blocks that were read. */
        static Memory of(int mebibytes) {
            long bytes = (long) mebibytes * MEBIBYTE;
            Cache cache = new LRUCache(bytes, CACHE_PARTS_LOG2, false, SHARE_OF_INDEXES);
            return new Memory(cache, new WriteBufferManager(bytes / 2, cache), bytes / PARTS);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Memory memory = MEMORIES.computeIfAbsent(
                Objects.requireNonNull((Integer) configs.get(MEBIBYTES), MEBIBYTES), Memory::of);
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(memory.cache);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        // A lookup reads one part: whole, they do not fit into the cache and were read again for each record.
        tables.setIndexType(IndexType.kTwoLevelIndexSearch);
        tables.setPartitionFilters(true);
        tables.setMetadataBlockSize(4096);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.memtables);
        options.setWriteBufferSize(memory.memtable);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setTableFormatConfig(tables);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and budget are the process's, not a store's.
    }
}
