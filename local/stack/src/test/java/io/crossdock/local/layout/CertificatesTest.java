package io.crossdock.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keytool makes is what brokers and their clients need. */
class CertificatesTest {

    private static final String PASSWORD = "a-password-of-this-test";

    @TempDir
    private Path folder;

    @Test
    void shouldMakeAKeyForThisMachineThatTheAuthoritySigned() throws Exception {
        // Given
        Certificates certificates = new Certificates(folder.resolve("tls"));

        // When
        certificates.make(PASSWORD);

        // Then
        KeyStore store = KeyStore.getInstance(certificates.keyStore().toFile(), PASSWORD.toCharArray());
        Certificate authority = authority(certificates);
        X509Certificate broker = (X509Certificate) store.getCertificate("broker");
        broker.verify(authority.getPublicKey());
        assertThat(store.getCertificateChain("broker")).hasSize(2);
        assertThat(broker.getSubjectX500Principal().getName()).isEqualTo("CN=crossdock-broker");
        assertThat(broker.getSubjectAlternativeNames().toString()).contains("127.0.0.1", "localhost");
    }

    @Test
    void shouldKeepThemFromTheNextStartOn() throws Exception {
        // Given
        Certificates certificates = new Certificates(folder.resolve("tls"));
        certificates.make(PASSWORD);
        String before = Files.readString(certificates.trusted());

        // When
        certificates.make(PASSWORD);

        // Then
        assertThat(Files.readString(certificates.trusted())).isEqualTo(before);
    }

    private static Certificate authority(Certificates certificates) throws Exception {
        try (InputStream in = Files.newInputStream(certificates.trusted())) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
