package io.crossdock;

import io.crossdock.access.MissingGrantsException;
import io.crossdock.config.InvalidSettingsException;
import io.crossdock.config.Settings;
import io.crossdock.runtime.Application;
import io.crossdock.runtime.ExitCode;
import io.crossdock.runtime.PortTakenException;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Systems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application: read the settings, read the systems, run until told to stop. */
public final class Crossdock {

    private static final Logger LOG = LoggerFactory.getLogger(Crossdock.class);

    private Crossdock() {}

    /** Runs until the process is told to stop; what is wrong at the start is said in one message. */
    public static void main(String[] arguments) {
        System.exit(run().code());
    }

    private static ExitCode run() {
        try {
            Settings settings = Settings.from(System.getenv());
            Systems systems = Systems.load(settings.connectorsDir());
            return Application.runEpochs(settings, systems);
        } catch (InvalidSettingsException | InvalidSystemsException | MissingGrantsException e) {
            LOG.error("Crossdock does not start. {}", e.getMessage());
            return ExitCode.MISCONFIGURED;
        } catch (PortTakenException e) {
            LOG.error("Crossdock does not start. {}", e.getMessage());
            return ExitCode.PORT_TAKEN;
        }
    }
}
