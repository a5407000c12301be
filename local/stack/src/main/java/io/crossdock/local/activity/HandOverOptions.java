package io.crossdock.local.activity;

import io.crossdock.local.activity.HandOver.Way;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how work gets from one desk to the next. */
public final class HandOverOptions {

    @Option(
            names = "--hand-over",
            paramLabel = "WAY",
            defaultValue = "told",
            converter = WayOf.class,
            description = {
                "told: a warehouse takes an order over when its row comes in the inbound table, the ERP posts a delivery",
                "when it is confirmed and invoices when it is asked to; by-hand: people carry everything on at once",
                "(default: ${DEFAULT-VALUE}).",
            })
    private Way way = Way.TOLD;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "How long a desk waits until it is told, then the order's life ends (default: ${DEFAULT-VALUE}).")
    private int patience = 300;

    /** By hand, or told. */
    public Way way() {
        return way;
    }

    /** How long a desk waits. */
    public Duration patience() {
        return Duration.ofSeconds(patience);
    }

    static final class WayOf implements ITypeConverter<Way> {
        @Override
        public Way convert(String value) {
            return Way.of(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is neither by-hand nor told"));
        }
    }
}
