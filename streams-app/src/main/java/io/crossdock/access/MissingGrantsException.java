package io.crossdock.access;

import java.util.Collection;

/** A broker does not let somebody do what it will have to. */
public final class MissingGrantsException extends RuntimeException {

    /** {@code who} as the broker knows it. */
    public MissingGrantsException(String who, Collection<Need> missing) {
        super("The broker does not let " + who + " do what it will have to:\n  " + Need.texts(missing, "\n  ")
                + "\nGrant it, and start again; `./crossdock manifests` writes all grants, as k8s/README.md says.");
    }
}
