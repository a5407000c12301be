package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a system tells what changed; each kind has its own notion of a position. */
enum SourceKind {
    POSTGRES,
    MARIADB,
    REST;

    /** The block of a change record that says where in the source it stands. */
    Map<String, Object> block(long position, long at, boolean snapshot) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("ts_ms", at);
        block.put("snapshot", snapshot ? "true" : "false");
        switch (this) {
            case POSTGRES -> block.put("lsn", 1_000 + position * 8);
            case MARIADB -> {
                block.put("file", "binlog." + String.format("%06d", 9 + position / 20));
                block.put("pos", 400 + position % 20 * 90);
                block.put("row", 0);
            }
            case REST -> block.put("read_ms", at + (snapshot ? 900 : 400));
        }
        return block;
    }
}
