package io.crossdock.local.layout;

import io.crossdock.access.User;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the stack, made at the first start and kept in one file that only its owner may read. */
public final class Secrets {

    /** Name of the file in the run directory. */
    public static final String FILE = "secrets.properties";

    private static final int BYTES = 16;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** What a secret is for. The file's keys {@code <connection>.password} are Crossdock's own; connection files refer to them. */
    public enum Name {
        WMS_EAST_ADMIN("wms-east.admin-password"),
        WMS_EAST_PEOPLE("wms-east.people-password"),
        WMS_EAST_CROSSDOCK("wms-east.password"),
        WMS_WEST_ADMIN("wms-west.admin-password"),
        WMS_WEST_PEOPLE("wms-west.people-password"),
        WMS_WEST_CROSSDOCK("wms-west.password"),
        ERP_ADMIN("erp.admin-password"),
        ERP_PEOPLE("erp.people-password"),
        ERP_CROSSDOCK("erp.password"),
        CRM_DB_ADMIN("crm-db.admin-password"),
        CRM_DB("crm-db.password"),
        CRM_CLIENT_ID("crm.client-id"),
        CRM_CLIENT_SECRET("crm.client-secret"),
        KAFKA_STORE("kafka.store-password"),
        KAFKA_BROKER("kafka.broker-password"),
        KAFKA_ADMIN("kafka.admin-password"),
        KAFKA_APP("kafka.app-password"),
        KAFKA_CONNECT("kafka.connect-password"),
        KAFKA_REGISTRY("kafka.registry-password"),
        KAFKA_SUBSCRIBER("kafka.subscriber-password"),
        KAFKA_AUDITOR("kafka.auditor-password");

        private final String key;

        Name(String key) {
            this.key = key;
        }

        /** The password of a user of the brokers. */
        public static Name of(User user) {
            return switch (user) {
                case APP -> KAFKA_APP;
                case CONNECT -> KAFKA_CONNECT;
                case REGISTRY -> KAFKA_REGISTRY;
                case SUBSCRIBER -> KAFKA_SUBSCRIBER;
                case AUDITOR -> KAFKA_AUDITOR;
            };
        }

        /** The key in the file. */
        public String key() {
            return key;
        }
    }

    /** The secrets of a stack that was started before; empty values if it never was. */
    public static Secrets read(Workspace workspace) {
        Path file = file(workspace);
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            } catch (IOException e) {
                throw new StackFailure("The secrets in " + file + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return new Secrets(values);
    }

    /** Reads the secrets and makes those that are missing. */
    public static Secrets readOrCreate(Workspace workspace) {
        Secrets secrets = read(workspace);
        SecureRandom random = new SecureRandom();
        boolean added = false;
        for (Name name : Name.values()) {
            if (!secrets.values.containsKey(name.key())) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                secrets.values.setProperty(
                        name.key(),
                        name == Name.CRM_CLIENT_ID
                                ? "crossdock"
                                : HexFormat.of().formatHex(bytes));
                added = true;
            }
        }
        if (added) {
            secrets.write(file(workspace));
        }
        return secrets;
    }

    /** Where the secrets are. */
    public static Path file(Workspace workspace) {
        return workspace.run().resolve(FILE);
    }

    /** One secret; empty if the stack was never started. */
    public String get(Name name) {
        return values.getProperty(name.key(), "");
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }

    private void write(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                values.store(out, "Made at the first start; gone with up --fresh");
            }
        } catch (IOException e) {
            throw new StackFailure("The secrets cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
