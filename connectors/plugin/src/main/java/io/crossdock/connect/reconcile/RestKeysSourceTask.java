package io.crossdock.connect.reconcile;

import io.crossdock.connect.call.Gate;
import io.crossdock.connect.http.RestClient;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the objects of one REST API. */
public final class RestKeysSourceTask extends RoundsTask<RestKeys> {

    private volatile @Nullable RestClient client;
    private @Nullable RestKeys keys;

    /** For Connect, which calls {@link #start} next. */
    public RestKeysSourceTask() {}

    @Override
    public void start(Map<String, String> options) {
        RestKeysSourceConfig read = new RestKeysSourceConfig(options);
        RoundSettings rounds = read.rounds();
        RestClient opened =
                new RestClient(read.rest(), Gate.paced(1, read.rest().callsPerMinute()), Clock.systemUTC());
        client = opened;
        keys = new RestKeys(opened, read.specs(), rounds.chunkRows());
        begin(rounds, new KeyRecords(rounds));
    }

    @Override
    RestKeys open() {
        return Objects.requireNonNull(keys, "it is started first");
    }

    @Override
    public void stop() {
        super.stop();
        RestClient opened = client;
        if (opened != null) {
            opened.close();
        }
    }
}
