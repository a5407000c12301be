package io.crossdock.connect.delivery;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * What protects a target, each of which a proof may switch off to show that it would notice. Nobody else may.
 *
 * @param fence an older version is not written over a newer
 * @param keys every attempt at a message carries the same key
 * @param readBack what may have been applied is looked for before it is written again
 */
public record Switches(boolean fence, boolean keys, boolean readBack) {

    /** As it should be. */
    public static final Switches ON = new Switches(true, true, true);

    private static final String ALLOWED = "proof.switches";
    private static final String FENCE = "fence";
    private static final String KEYS = "idempotency.keys";
    private static final String READ_BACK = "read.back";

    static void define(ConfigDef definition) {
        definition.define(
                ALLOWED,
                ConfigDef.Type.STRING,
                "refused",
                ValidString.in("refused", "allowed"),
                Importance.LOW,
                "allowed: the three protections may be switched off. For proofs only: targets are told wrong things then.");
        protection(definition, FENCE, "An older version is not written over a newer.");
        protection(definition, KEYS, "Every attempt at a message carries the same key.");
        protection(definition, READ_BACK, "What may have been applied is looked for before it is written again.");
    }

    private static void protection(ConfigDef definition, String name, String doc) {
        definition.define(
                name,
                ConfigDef.Type.STRING,
                "on",
                ValidString.in("on", "off"),
                Importance.LOW,
                doc + " off: only with " + ALLOWED + "=allowed, for proofs.");
    }

    static Switches from(AbstractConfig config) {
        Switches switches = new Switches(isOn(config, FENCE), isOn(config, KEYS), isOn(config, READ_BACK));
        if (!switches.equals(ON) && !config.getString(ALLOWED).equals("allowed")) {
            throw new ConfigException(FENCE + ", " + KEYS + " and " + READ_BACK
                    + " protect the target and are on, except in a proof, which says " + ALLOWED
                    + "=allowed. Remove what switches them off");
        }
        return switches;
    }

    private static boolean isOn(AbstractConfig config, String name) {
        return config.getString(name).equals("on");
    }
}
