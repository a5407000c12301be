package io.crossdock.connect.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request, one answer, within a bound that includes the body. */
final class Exchange {

    private final HttpClient client;
    private final AnswerReader reader;
    private final Duration timeout;

    Exchange(HttpClient client, AnswerReader reader, Duration timeout) {
        this.client = client;
        this.reader = reader;
        this.timeout = timeout;
    }

    /**
     * Sends and waits.
     *
     * @throws HttpTimeoutException if there was no whole answer in time; the target may have acted on the request
     * @throws IOException if the connection failed
     */
    Answer send(HttpRequest request) throws IOException, InterruptedException {
        // The client's own timeout ends with the headers; a body that never ends would hold us for ever.
        CompletableFuture<HttpResponse<String>> response = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return reader.read(response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new HttpTimeoutException("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            response.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }
}
