package io.crossdock.crm.error;

import java.util.List;

/** A refusal: the HTTP status and the error that the caller gets. Nothing of the request was applied. */
public final class ApiException extends RuntimeException {
    private final int status;
    private final transient ApiError error;

    private ApiException(int status, ApiError error) {
        super(error.message());
        this.status = status;
        this.error = error;
    }

    /** A refusal with the given HTTP status, code, text and fields. */
    public static ApiException of(int status, String errorCode, String message, String... fields) {
        return new ApiException(status, new ApiError(errorCode, message, List.of(fields)));
    }

    /** The record, object or path does not exist: 404. */
    public static ApiException notFound() {
        return of(404, "NOT_FOUND", "The requested resource does not exist");
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** What the answer says. */
    public ApiError error() {
        return error;
    }
}
