package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.CrmConfig;
import io.crossdock.crm.Secret;
import io.crossdock.crm.model.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A running CRM over a real database of its own, and a client that has a token. */
final class CrmFixture implements AutoCloseable {
    static final String API = "/services/data/v62.0";
    private static final String SECRET = "test-secret";

    private final EmbeddedPostgres postgres;
    private final CrmServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;

    CrmFixture() throws IOException, SQLException, InterruptedException {
        postgres = EmbeddedPostgres.start();
        server = CrmServer.start(new CrmConfig(
                0,
                postgres.getJdbcUrl("postgres", "postgres"),
                "postgres",
                new Secret(""),
                "crossdock",
                new Secret(SECRET),
                Duration.ofHours(1),
                1_000_000));
        token = newToken();
    }

    /** What came back. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String code() {
            return body.path(0).path("errorCode").asText();
        }
    }

    String newToken() throws IOException, InterruptedException {
        token = token("client_credentials", SECRET).body().path("access_token").asText();
        return token;
    }

    Answer token(String grant, String secret) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=" + grant + "&client_id=crossdock&client_secret=" + secret)));
    }

    Answer call(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    Answer query(String soql, String... headers) throws IOException, InterruptedException {
        return call("GET", API + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), "", headers);
    }

    /** The id of a new order with the given fields. */
    String order(String fields) throws IOException, InterruptedException {
        return call("POST", API + "/sobjects/Order", "{" + fields + "}")
                .body()
                .path("id")
                .asText();
    }

    /** The first column of the first row. */
    String sql(String statement) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement one = connection.createStatement();
                ResultSet rows = one.executeQuery(statement)) {
            rows.next();
            return String.valueOf(rows.getObject(1));
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = response.body().isEmpty() ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(response.body());
        return new Answer(response.statusCode(), body, response);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
        postgres.close();
    }
}
