package io.crossdock.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Connect's REST API, as far as it is asked: what runs, and to start something again. */
public final class ConnectWorker {

    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final Duration patience;

    /** Asks the worker at {@code url}, and waits so long for an answer. */
    public ConnectWorker(String url, Duration patience) {
        this.url = url;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** Host and port, for a person. */
    public String address() {
        URI uri = URI.create(url);
        return uri.getHost() + ":" + uri.getPort();
    }

    /**
     * Status of each connector, by name.
     *
     * @throws IOException if the worker does not answer, or not with a list
     */
    public Map<String, ConnectorStatus> statuses() throws IOException, InterruptedException {
        JsonNode all =
                json.readTree(send(request("/connectors?expand=status").GET().build()));
        Map<String, ConnectorStatus> statuses = new TreeMap<>();
        all.properties()
                .forEach(entry -> statuses.put(
                        entry.getKey(), ConnectorStatus.of(entry.getValue().path("status"))));
        return statuses;
    }

    /**
     * Starts a connector or a task again.
     *
     * @throws IOException if the worker does not do so; it may be rebalancing
     */
    void restart(Part part) throws IOException, InterruptedException {
        send(request(part.restartPath())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Connect at " + address() + " answers " + answer.statusCode() + " to "
                    + request.method() + " " + request.uri().getPath());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(patience);
    }
}
