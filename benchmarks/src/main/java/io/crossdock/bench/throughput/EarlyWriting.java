package io.crossdock.bench.throughput;

import io.crossdock.runtime.BoundedMemory;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Stores as an instance has them, but for how much waits in memory before it is written. */
public final class EarlyWriting implements RocksDBConfigSetter {

    private static final long BYTES = 128 * 1024;

    private final BoundedMemory usual = new BoundedMemory();

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        usual.setConfig(storeName, options, configs);
        options.setWriteBufferSize(BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        usual.close(storeName, options);
    }
}
