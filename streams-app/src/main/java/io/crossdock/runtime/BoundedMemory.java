package io.crossdock.runtime;

import java.util.Map;
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

    private static final long CACHE_BYTES = 96L * 1024 * 1024;
    private static final long MEMTABLE_BYTES = 48L * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    /** Few stream threads share it: many small parts of it would each be too small for the largest blocks. */
    private static final int CACHE_PARTS_LOG2 = 2;

    /** Of the cache, for what a lookup needs before it knows which block to read. */
    private static final double SHARE_OF_INDEXES = 0.3;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES, CACHE_PARTS_LOG2, false, SHARE_OF_INDEXES);
    private static final WriteBufferManager MEMTABLES = new WriteBufferManager(MEMTABLE_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(CACHE);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        // A lookup reads one part: whole, they do not fit into the cache and were read again for each record.
        tables.setIndexType(IndexType.kTwoLevelIndexSearch);
        tables.setPartitionFilters(true);
        tables.setMetadataBlockSize(4096);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(MEMTABLES);
        options.setWriteBufferSize(4L * 1024 * 1024);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setTableFormatConfig(tables);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and budget are the process's, not a store's.
    }
}
