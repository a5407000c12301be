package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.Systems;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.loop.Changed;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.prove.loop.CrmFaults;
import io.crossdock.local.prove.loop.Sinks;

/**
 * What a scene is played with.
 *
 * @param systems where people work
 * @param secrets of the stack
 * @param connectors of its worker; those that a scene stops go on afterwards
 * @param sinks among them
 * @param changed their options, put back afterwards
 * @param crmFaults of the CRM, all taken away afterwards
 * @param verdict what was found
 * @param progress for whoever watches
 */
record Stage(
        Systems systems,
        Secrets secrets,
        Connectors connectors,
        Sinks sinks,
        Changed changed,
        CrmFaults crmFaults,
        Verdict verdict,
        Progress progress) {

    /** The stage of the running stack. */
    static Stage of(Systems systems, Secrets secrets, Progress progress) {
        Connectors connectors = new Connectors();
        Sinks sinks = new Sinks(connectors);
        return new Stage(
                systems, secrets, connectors, sinks, new Changed(sinks), new CrmFaults(), new Verdict(), progress);
    }

    /** Ends faults, lets connectors go on, and gives them their options back. */
    void tidyUp() {
        progress.step("tidy", "ending the CRM's faults, giving the connectors back what they had");
        crmFaults.endAll();
        connectors.resumeStopped();
        changed.putBack();
    }
}
