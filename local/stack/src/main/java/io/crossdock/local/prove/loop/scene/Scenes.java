package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.Systems;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.loop.AtExit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scenes by the names that the command line has for them. */
public enum Scenes {
    /** Few calls a minute, many orders waiting. */
    QUOTA(1_000),
    /** Orders that the CRM has as copies, and is read anew. */
    COPIES(1_000),
    /** The lag of the others with the CRM up and away. */
    OUTAGE(100),
    /** One shipment delivered three times. */
    THRICE(1);

    private final int usual;

    Scenes(int usual) {
        this.usual = usual;
    }

    /** Its name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scene of that name; empty if there is none. */
    public static Optional<Scenes> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /**
     * Plays it on the running stack, and puts back all that it changes, however it ends.
     *
     * @param orders how many; null for as many as usual
     */
    public Verdict play(Workspace workspace, @Nullable Integer orders, Progress progress) {
        Stage stage = Stage.of(Systems.of(workspace), Secrets.read(workspace), progress);
        try (AtExit tidy = new AtExit(stage::tidyUp)) {
            tidy.alsoOnSignals();
            scene(orders == null ? usual : orders).play(stage);
        }
        return stage.verdict();
    }

    private Scene scene(int orders) {
        return switch (this) {
            case QUOTA -> new Quota(orders);
            case COPIES -> new Copies(orders);
            case OUTAGE -> new Outage(orders);
            case THRICE -> new Thrice();
        };
    }
}
