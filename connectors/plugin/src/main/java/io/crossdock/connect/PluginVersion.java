package io.crossdock.connect;

/** The version Connect shows for every class of this plugin. */
public final class PluginVersion {

    private PluginVersion() {}

    /** The version in the jar's manifest, or {@code development} when the classes do not come from the jar. */
    public static String text() {
        String version = PluginVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
