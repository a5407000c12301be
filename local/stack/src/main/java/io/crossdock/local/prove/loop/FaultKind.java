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
    WORKER_KILLED("a Connect worker was killed"),
    APPLICATION_KILLED("the application was killed"),
    BROKER_KILLED("a broker was killed"),
    REGISTRY_KILLED("the registry was killed"),
    SOURCE_KILLED("the database of a source was killed"),
    CRM_KILLED("the CRM was killed"),
    CRM_DATABASE_KILLED("the CRM's database was killed"),
    ROLLED("instances were ended and started again, one after the other"),
    SCALED("a second instance came, worked and left"),
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
