package io.crossdock.order.mailbox.exhaustive;

import java.util.Arrays;

/**
 * The states that were seen, as 64-bit hashes of the full state. Two different states with one hash would be taken for
 * one, and what lies behind the second would go unseen: with n states the chance is below n²/2⁶⁵, about one in four
 * thousand for a hundred million.
 */
final class Fingerprints {

    private static final double FULL = 0.6;
    private static final int LARGEST = 1 << 30;

    private long[] table = new long[1 << 16];
    private long size;

    /** True if the state was not seen before. */
    boolean add(int[] state) {
        if (size >= table.length * FULL) {
            grow();
        }
        boolean added = insert(table, hash(state));
        size += added ? 1 : 0;
        return added;
    }

    long size() {
        return size;
    }

    /** True if there is memory for so many more. */
    boolean hasRoomFor(long more) {
        boolean willGrow = size + more >= table.length * FULL;
        return !willGrow
                || (table.length < LARGEST
                        && table.length * 3L * Long.BYTES < Runtime.getRuntime().maxMemory() * 3 / 4);
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                insert(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean insert(long[] table, long hash) {
        int place = (int) hash & (table.length - 1);
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = hash;
        return true;
    }

    private static long hash(int[] state) {
        long hash = Arrays.hashCode(state) + 0x9E3779B97F4A7C15L * state.length;
        for (int value : state) {
            hash = mix(hash ^ (value + 0x9E3779B97F4A7C15L));
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
