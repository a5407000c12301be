package io.crossdock.local.prove.loop;

/** What goes wrong in a run; each kind needs evidence that it did. */
enum FaultKind {
    SLOW("the CRM was slow"),
    TOO_MANY("the CRM answered 429 with Retry-After"),
    UNAVAILABLE("the CRM answered 503"),
    FRIENDLY_ERROR("the CRM answered 200 with an error inside"),
    SILENT("the CRM said nothing after applying"),
    DROPPED("the CRM dropped connections"),
    AWAY("the CRM was away"),
    TOKEN_ENDED("the CRM ended access tokens"),
    WORKER_KILLED("the Connect worker was killed"),
    APPLICATION_KILLED("the application was killed"),
    TOLD_AGAIN("messages were delivered again");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    /** As a person would say it. */
    String text() {
        return text;
    }
}
