package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates of a stack that keeps strangers out: an authority of its own, and one key for its brokers. Made by the JDK's keytool.
 *
 * @param folder where they are; only the owner may read it
 */
public record Certificates(Path folder) {

    private static final String PASSWORD_VARIABLE = "CROSSDOCK_STORE_PASSWORD";
    private static final String HERE = "san=ip:127.0.0.1,dns:localhost";
    private static final String TEN_YEARS = "3650";

    /** Those of a workspace, made or not. */
    public static Certificates in(Workspace workspace) {
        return new Certificates(workspace.run().resolve("tls"));
    }

    /** PEM of the authority: what clients trust. */
    public Path trusted() {
        return folder.resolve("ca.pem");
    }

    /** PKCS12 with the brokers' key and its certificate. */
    public Path keyStore() {
        return folder.resolve("broker.p12");
    }

    private Path authority() {
        return folder.resolve("ca.p12");
    }

    /** Makes them unless they are there. */
    public void make(String password) {
        if (Files.exists(keyStore())) {
            return;
        }
        Workspace.delete(folder);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StackFailure("The folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
        }
        Path request = folder.resolve("broker.csr");
        Path signed = folder.resolve("broker.pem");
        Path begun = folder.resolve("begun.p12");
        key(password, authority(), "ca", "CN=crossdock-local-authority", "bc:c");
        keytool(
                password,
                authority(),
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                trusted().toString());
        key(password, begun, "broker", "CN=crossdock-broker", HERE);
        keytool(password, begun, "-certreq", "-alias", "broker", "-file", request.toString());
        keytool(
                password,
                authority(),
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-ext",
                HERE,
                "-validity",
                TEN_YEARS,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString());
        keytool(
                password,
                begun,
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                trusted().toString());
        keytool(password, begun, "-importcert", "-noprompt", "-alias", "broker", "-file", signed.toString());
        try {
            // Last, because it says that all of them are there.
            Files.move(begun, keyStore());
        } catch (IOException e) {
            throw new StackFailure("The certificates cannot be kept: " + e.getMessage() + ".", e);
        }
    }

    private static void key(String password, Path store, String alias, String name, String extension) {
        keytool(
                password,
                store,
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-ext",
                extension,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                TEN_YEARS);
    }

    private static void keytool(String password, Path store, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(
                List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env", PASSWORD_VARIABLE));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put(PASSWORD_VARIABLE, password);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new StackFailure("keytool " + words[0] + " failed: " + said + ".");
            }
        } catch (IOException e) {
            throw new StackFailure("keytool of this JDK cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making certificates.", e);
        }
    }
}
