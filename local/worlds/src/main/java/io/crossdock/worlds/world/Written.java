package io.crossdock.worlds.world;

/**
 * One raw record, as a connector would write it.
 *
 * @param number its place in the world's history, from 0: the order in which the sources committed
 * @param connection who says it
 * @param entity raw entity in kebab-case
 * @param era 0, or 1 for what a source wrote after it was restored from a backup, when its positions had gone back
 * @param key home identifier
 * @param value JSON of the change
 * @param at commit at the source, milliseconds since 1970
 * @param says one line for people
 */
public record Written(
        int number, String connection, String entity, int era, String key, String value, long at, String says) {

    @Override
    public String toString() {
        return says;
    }
}
